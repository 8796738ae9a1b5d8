"""What the office has decided: whose dashboard it is, its divisions, the score to reach."""

from data.words import setting_up as words
from pages.sections.settings import items, people, settings
from pages.shared.fragments import tabs

tabs(
    {
        words.AGENCY: settings.agency_section,
        words.TARGETS: settings.target_section,
        words.ITEMS: items.item_section,
        words.DAYS: settings.days_section,
        words.SIGNATORIES: settings.signatory_section,
        words.LOGO: settings.logo_section,
        words.PEOPLE: people.people_section,
    },
    settings.PART,
)
