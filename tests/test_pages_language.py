"""The language of the pages: changed in a page and in nothing else."""

import asyncio

import pytest

from pages.shared.language import FRAMEWORK, OURS, ThaiPages

PAGE = b"<!DOCTYPE html>" + FRAMEWORK + b"<p>ITA</p></html>"


def answer(kind, accept, seen=None):
    """Ask an app that gives PAGE as this kind of content through the middleware."""
    sent = []

    async def app(scope, _receive, send):
        if seen is not None:
            seen.update(scope["headers"])
        await send({"type": "http.response.start", "headers": [(b"content-type", kind)]})
        await send({"type": "http.response.body", "body": PAGE[:40], "more_body": True})
        await send({"type": "http.response.body", "body": PAGE[40:]})

    async def keep(message):
        sent.append(message.get("body", b""))

    headers = [(b"accept", accept), (b"accept-encoding", b"gzip"), (b"if-none-match", b"1")]
    scope = {"type": "http", "headers": [*headers, (b"host", b"localhost")]}
    asyncio.run(ThaiPages(app)(scope, None, keep))
    return b"".join(sent)


def test_a_page_says_that_it_is_thai_and_keeps_its_length():
    told = answer(b"text/html; charset=utf-8", b"text/html,*/*")

    assert told == PAGE.replace(FRAMEWORK, OURS)
    assert len(told) == len(PAGE)


@pytest.mark.parametrize(
    ("kind", "accept"), [(b"application/octet-stream", b"text/html"), (b"text/html", b"*/*")]
)
def test_a_file_and_what_a_program_asks_for_stay_as_they_are(kind, accept):
    assert answer(kind, accept) == PAGE


def test_a_page_is_asked_for_whole_and_in_plain_letters():
    seen = {}
    answer(b"text/html", b"text/html", seen)

    assert set(seen) == {b"accept", b"host"}
