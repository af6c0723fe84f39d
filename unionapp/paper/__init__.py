"""The paper: figures composed into a document of blocks, in one of its editions."""
