"""What the office has decided: whose dashboard it is, its divisions, the score to reach."""

from pages.sections.settings import people, settings

settings.agency_section()
settings.target_section()
settings.days_section()
settings.signatory_section()
settings.logo_section()
people.people_section()
