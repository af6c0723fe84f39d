"""The long runs, for a night: `make soak`."""
