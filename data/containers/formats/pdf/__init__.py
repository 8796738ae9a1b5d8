"""Tables of a printed document (.pdf): by their ruling lines, or by where their texts stand."""
