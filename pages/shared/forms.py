"""Empty forms to fill in and import."""


def offer_templates() -> None:
    """Draw a download button a form."""
