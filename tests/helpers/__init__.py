"""What tests of several subjects build their input with."""
