"""How numbers are written."""


def signed(change: float) -> str:
    """Write a change with its sign and two decimals; a zero has none."""
    return f"{change:+.2f}".replace("-", "−") if round(change, 2) else "0.00"
