"""Our own emails after they are written: may they go, what came of them, and what a machine answered."""
