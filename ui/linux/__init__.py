"""What only a Linux desktop needs: the program for Windows goes without this folder."""
