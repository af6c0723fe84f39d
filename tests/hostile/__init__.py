"""Files that somebody made to do harm, or that harm befell: made by code, each in a line or two."""
