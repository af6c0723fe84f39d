"""The machine: its folders, the settings file, and writing files all or none."""
