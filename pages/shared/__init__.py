"""What a page needs to draw: view code shared by the pages."""
