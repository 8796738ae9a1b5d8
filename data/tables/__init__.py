"""What is shown as a table, on screen, in files and on the command line."""
