"""Every Thai word, mark and colour a person sees."""
