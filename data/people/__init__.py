"""Who may do what: the list of people and how they sign in."""
