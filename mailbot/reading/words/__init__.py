"""Words: plain sentences, spelling put right, and the phrase lists that staff keep."""
