"""The link of a view for somebody else."""

import pytest

from pages.shared.elements.links import link_of_view

QUERY = {"divisions": ["กองคลัง"], "role": "เฉพาะเจ้าภาพ"}


@pytest.mark.parametrize(
    ("url", "allowed", "host", "reaches"),
    [
        ("http://127.0.0.1:8501/next-level", ["localhost", "ita.local"], "ita.local:8501", True),
        ("http://localhost:8501/next-level", ["localhost"], "localhost:8501", False),
        ("https://ita.go.th/next-level", ["ita.go.th"], "ita.go.th", True),
        ("http://192.168.1.5:8501/next-level", [], "192.168.1.5:8501", True),
    ],
)
def test_a_shared_link_names_the_machine_as_others_know_it(url, allowed, host, reaches):
    link, told = link_of_view(url, QUERY, allowed)

    assert link.partition("://")[2].startswith(f"{host}/next-level?divisions=")
    assert told is reaches
