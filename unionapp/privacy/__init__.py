"""Privacy: what of a draft is personal, and how it is masked for the public."""
