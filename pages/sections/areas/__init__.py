"""What those see who look after the agencies of a district or province."""
