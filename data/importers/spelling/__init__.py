"""What Thai words, codes, periods and names on a sheet mean."""
