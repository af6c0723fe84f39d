"""The figures of a draft: its answers as read, with everything that follows from them."""
