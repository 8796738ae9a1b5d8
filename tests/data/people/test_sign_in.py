"""Settings of the sign-in that would let anybody be anybody keep the app closed."""

import secrets
from pathlib import Path

import pytest

from data.model.errors import UnsafeSignInError
from data.people.sign_in import Weakness, is_in_time, providers
from data.words import access, failures

EXAMPLE = Path(__file__).parents[3] / ".streamlit" / "secrets.toml.example"
GOOD = secrets.token_urlsafe(48)
CLIENT = 'client_id = "ita"\nclient_secret = "s"\nserver_metadata_url = "https://id.example.org"\n'


@pytest.fixture
def settings(tmp_path):
    """Give a function that reads providers from the text of a secrets file."""

    def read(text):
        path = tmp_path / "secrets.toml"
        path.write_text(text, encoding="utf-8")
        return providers([tmp_path / "absent.toml", path])

    return read


def section(secret, client=CLIENT):
    return f'[auth]\nredirect_uri = "x"\ncookie_secret = "{secret}"\n{client}'


def test_a_random_secret_is_taken(settings):
    assert settings(section(GOOD)) == ("",)


@pytest.mark.parametrize("count", [24, 32, 48])
def test_what_the_manual_tells_to_generate_is_taken(settings, count):
    for _ in range(50):
        assert settings(section(secrets.token_hex(count)))
        assert settings(section(secrets.token_urlsafe(count)))


def test_named_providers_are_found_beside_the_one_without_a_name(settings):
    assert settings(section(GOOD) + f"[auth.google]\n{CLIENT}") == ("", "google")
    assert settings(section(GOOD, "") + f"[auth.google]\n{CLIENT}") == ("google",)


def test_without_a_section_there_is_no_provider(settings, tmp_path):
    assert settings('[other]\ncookie_secret = "xxx"') == ()
    assert providers([tmp_path / "absent.toml"]) == ()


def test_a_later_file_counts_over_an_earlier_one(tmp_path):
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(section("xxx"), encoding="utf-8")
    second.write_text(section(GOOD), encoding="utf-8")

    assert providers([first, second]) == ("",)
    with pytest.raises(UnsafeSignInError):
        providers([second, first])


@pytest.mark.parametrize(
    ("text", "weakness"),
    [
        (section("xxx"), Weakness.SHORT),
        (section(secrets.token_urlsafe(48)[:31]), Weakness.SHORT),
        (section("x" * 64), Weakness.SAMPLE),
        (section("0123456701234567012345670123456701234567"), Weakness.SAMPLE),
        (section("CHANGE-ME-to-a-long-random-value-please!"), Weakness.SAMPLE),
        (section("my-very-secret-cookie-value-for-kutsakon"), Weakness.SAMPLE),
        (section(""), Weakness.MISSING),
        (f"[auth]\n{CLIENT}", Weakness.MISSING),
        (f"[auth]\ncookie_secret = 12345\n{CLIENT}", Weakness.MISSING),
        ("[auth]\n", Weakness.EMPTY),
        ('auth = "yes"', Weakness.EMPTY),
        (section(GOOD, ""), Weakness.EMPTY),
        ("[auth\n", Weakness.NOT_TOML),
    ],
)
def test_weak_settings_are_refused_in_words(settings, text, weakness):
    with pytest.raises(UnsafeSignInError) as refused:
        settings(text)

    assert refused.value.reason == weakness
    assert access.WEAKNESSES[weakness] in failures.failure(refused.value)


def test_the_example_opens_nothing_until_it_is_filled_in(settings):
    with pytest.raises(UnsafeSignInError) as refused:
        settings(EXAMPLE.read_text(encoding="utf-8"))

    assert refused.value.reason == Weakness.MISSING
    filled = EXAMPLE.read_text(encoding="utf-8")
    assert settings(filled.replace('cookie_secret = ""', f'cookie_secret = "{GOOD}"')) == ("",)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "secrets.toml"
    path.write_bytes(b"\xff\xfe[auth]")

    with pytest.raises(UnsafeSignInError) as refused:
        providers([path])

    assert refused.value.reason == Weakness.NOT_READABLE


@pytest.mark.parametrize("weakness", Weakness)
def test_every_weakness_has_words(weakness):
    assert access.WEAKNESSES[weakness]


@pytest.mark.parametrize(
    ("end", "holds"),
    [(100.5, True), (101, True), (100, False), (99, False), (None, False), ("101", False)],
)
def test_a_token_holds_until_its_end_and_without_one_never(end, holds):
    assert is_in_time({"exp": end}, 100) is holds
    assert not is_in_time({}, 100)
