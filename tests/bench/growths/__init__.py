"""What grows with what it is given, and must grow no faster."""
