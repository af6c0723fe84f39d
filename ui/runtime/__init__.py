"""What the running program stands on: background work, one instance, errors, input methods."""
