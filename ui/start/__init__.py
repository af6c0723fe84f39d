"""The start window: the drafts of this machine and ways to begin one."""
