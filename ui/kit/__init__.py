"""Controls, colours and dialogs that every part of the window is made of."""
