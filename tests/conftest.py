"""What every test may use: each kind of fixture in a module of its own beside this one."""

pytest_plugins = ["embedded", "databases"]
