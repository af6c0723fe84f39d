"""Document to file, and nothing else: a writer formats no value and knows no draft."""
