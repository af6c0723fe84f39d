"""Rules for plain text: cleaning what enters, widths, numerals, quotation marks, times."""
