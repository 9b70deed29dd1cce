"""Web addresses of claims: http and https alone, in ASCII, and the same address as before."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.addresses import web_address


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        (" HTTP://Example.org:8080/ ", "http://example.org:8080/"),
        ("https://example.org/a b|c\"d'e[f]{g}*", "https://example.org/a%20b%7Cc%22d%27e%5Bf%5D%7Bg%7D%2A"),
        ("https://مثال.example/خبر", "https://xn--mgbh0fb.example/%D8%AE%D8%A8%D8%B1"),
        ("https://example.org/100%/%41", "https://example.org/100%25/%41"),
    ],
)
def test_an_address_of_the_web_is_kept(text: str, safe: str) -> None:
    assert web_address(text) == safe


@pytest.mark.parametrize(
    "text",
    ["", "javascript:alert(1)", "data:text/html,x", "ftp://example.org", "example.org", "https://", "https:///x",
     "https://bank.example@evil.example/", "https://exa mple.org", "https://example.org/\u202egnp", "https://[::1",
     "https://example.org/\ud800", "https://example.org/a\nb", "https://example.org:99999/", "https://a..b/"],
)  # fmt: skip
def test_anything_else_is_no_address(text: str) -> None:
    assert web_address(text) == ""


@given(st.text("htps:/.@|\"'<>[]{}* \n\\%aé/?#", max_size=30).map("https://e.org".__add__))
def test_what_is_kept_is_plain_and_stays_as_it_is(text: str) -> None:
    safe = web_address(text)
    assert safe.isascii() and not set(safe) & set(" \"'<>|[]{}*\\\n\t`")
    assert web_address(safe) == safe
    if safe:
        named = urlsplit(text.strip()).hostname or ""
        assert urlsplit(safe).hostname == named.encode("idna").decode()
