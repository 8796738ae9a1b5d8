"""Which texts may be followed as links."""

import pytest

from data.model.links import is_safe_link


@pytest.mark.parametrize(
    "text",
    [
        "https://kutsakon.go.th/1",
        "http://10.0.0.5:8080/แฟ้ม/ผล%20ไตรมาส.pdf?id=1&x=2#หน้า-3",
        "HTTPS://drive.google.com/file/d/1_a-b~c/view",
        "https://[2001:db8::1]/",
    ],
)
def test_one_address_is_a_link(text):
    assert is_safe_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "แฟ้มที่ 3",
        'https://a.th/"onclick=alert(1)',
        "https://a.th/'x",
        "https://a.th/<script>",
        "https://a.th/ https://b.th",
        "https://a.th/\u00a0x",
        "https://a.th/\nx",
        "https://a.th/\u202egpj.exe",
        "https://a.th/\u200b",
        "https://a.th\\@evil.th",
        "https://me:secret@a.th/",
        "https://kutsakon.go.th@evil.th/",
        "https:///path",
        "https://a.th:port/",
        "https://[::1",
        "javascript:alert(1)//https://a.th",
        "ftp://a.th/",
        "//a.th/",
    ],
)
def test_what_holds_more_or_less_than_an_address_is_none(text):
    assert not is_safe_link(text)
