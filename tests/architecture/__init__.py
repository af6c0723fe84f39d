"""The house: its arrows, its size, and what nothing kept may name."""
