"""How long a test waits for what must come: nothing is judged by how long it took."""

# Seconds after which something hangs, on however busy a machine.
PATIENCE = 300
