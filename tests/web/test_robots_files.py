from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prism.web.robots import MAX_CHARACTERS, RobotsAnswer, evaluate

AGENT = "PrismBot"


def ask(text: str, path: str) -> RobotsAnswer:
    return evaluate(text, f"https://news.example{path}", AGENT)


@pytest.mark.parametrize(
    ("rules", "path", "line"),
    [
        ("Disallow: /", "/", "Disallow: /"),
        ("Disallow:", "/anything", ""),
        ("Disallow: /private", "/private/1", "Disallow: /private"),
        ("Disallow: /private", "/Private/1", ""),
        ("Disallow: /private", "/public/private", ""),
        ("Disallow: /*.pdf$", "/a/b.pdf", "Disallow: /*.pdf$"),
        ("Disallow: /*.pdf$", "/a/b.pdf?x", ""),
        ("Disallow: /*?print=", "/a?print=1", "Disallow: /*?print="),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", ""),
        ("Disallow: /a\nAllow: /a/b", "/a/c", "Disallow: /a"),
        ("Allow: /\nDisallow: /a", "/a", "Disallow: /a"),
        ("Disallow: /a\nDisallow: /a/b/c\nDisallow: /a/b", "/a/b/x", "Disallow: /a/b"),
        ("Disallow: /기사", "/%EA%B8%B0%EC%82%AC/1", "Disallow: /기사"),
        ("Disallow: /%ea%b8%b0", "/%EA%B8%B0%EC%82%AC", "Disallow: /%ea%b8%b0"),
        ("Disallow: /%7Ejoe", "/~joe/x", "Disallow: /%7Ejoe"),
        ("  disallow :/a   # not this", "/a", "disallow :/a   # not this"),
        ("Disallow /a", "/a", "Disallow /a"),
        ("Disallow: /a", "/robots.txt", ""),
    ],
)
def test_the_line_that_forbids_is_the_evidence(rules: str, path: str, line: str) -> None:
    answer = ask(f"User-agent: *\n{rules}\n", path)
    assert answer.line == line
    assert answer.allowed == (line == "")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: *\nDisallow: /\n\nUser-agent: PrismBot\nAllow: /", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: prismbot\nDisallow: /", False),
        ("User-agent: PRISMBOT/2.0\nDisallow: /", False),
        ("User-agent: Prism\nDisallow: /", True),
        ("User-agent: OtherBot\nUser-agent: PrismBot\nDisallow: /", False),
        ("User-agent: PrismBot\nDisallow: /a\n\nUser-agent: x\nDisallow:\n\nUser-agent: PrismBot\nDisallow: /p", False),
        ("User-agent: PrismBot\n\nUser-agent: x\nDisallow: /", False),
        ("User-agent: PrismBot\nDisallow:\n\nUser-agent: *\nDisallow: /", True),
        ("Disallow: /", True),
        ("User-agent: *\nLicense: https://x.example/l.xml\nUser-agent: PrismBot\nDisallow: /", False),
        ("User-agent: PrismBot\nContent-Signal: ai-train=no\nUser-agent: x\nDisallow: /", False),
        ("User-agent: PrismBot\nSitemap: https://x.example/s.xml\nDisallow: /", False),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", False),
        ("<!doctype html><html><body>User-agent: * Disallow: /</body></html>", True),
        ("", True),
    ],
)
def test_the_group_that_speaks_to_us(text: str, allowed: bool) -> None:
    assert ask(text, "/p").allowed is allowed


def test_what_stands_beside_the_groups() -> None:
    answer = ask(
        "Sitemap: https://news.example/one.xml\n"
        "User-agent: *\nCrawl-delay: 2.5\nDisallow: /x\n"
        "License: https://news.example/license.xml\n"
        "Content-Signal: search=yes, ai-train=no\n"
        "sitemap: https://news.example/two.xml\nSitemap: https://news.example/one.xml\n",
        "/",
    )
    assert answer.allowed
    assert answer.delay_s == 2.5
    assert answer.sitemaps == ("https://news.example/one.xml", "https://news.example/two.xml")
    assert answer.licences == ("https://news.example/license.xml",)
    assert answer.signals == ("Content-Signal: search=yes, ai-train=no",)


@pytest.mark.parametrize("delay", ["-1", "inf", "nan", "soon", "", "1e400"])
def test_a_delay_that_can_not_be_meant_is_none(delay: str) -> None:
    assert ask(f"User-agent: *\nCrawl-delay: {delay}", "/").delay_s is None


def test_what_is_shown_of_a_line_is_one_plain_line() -> None:
    answer = ask("User-agent: *\nDisallow: / # \x1b[31m\u202egnp.exe\x07" + "x" * 5000, "/")
    assert not answer.allowed
    assert answer.line.isprintable()
    assert len(answer.line) <= 300


def test_many_agents_times_many_rules_do_not_multiply() -> None:
    agents = "".join(f"User-agent: bot{number}\n" for number in range(5_000))
    rules = "".join(f"Disallow: /{number}*z\n" for number in range(10_000))
    assert ask(agents + rules, "/7-z").allowed
    assert ask(agents + "User-agent: *\n" + rules, "/7-z").line == "Disallow: /7*z"


def test_what_is_behind_the_limit_is_not_read() -> None:
    assert ask("User-agent: *\nDisallow: /a\n" + "#" * MAX_CHARACTERS + "\nDisallow: /b", "/b").allowed
    assert not ask("User-agent: *\nDisallow: /a\n" + "#" * MAX_CHARACTERS, "/a").allowed


_PIECES = st.sampled_from(
    ("User-agent: *", "User-agent: PrismBot", "User-agent: x", "Allow: ", "Disallow: ", "/", "/a", "*", "$", "%", "%61",
     "?", "é", "#", ":", " ", "\n", "\n", "\r", "\x00", "Crawl-delay: 1", "License: u", "\u2028", "a", "Disallow")
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(("/", "/a", "/a/a?a", "/%61", "/é$")))
def test_any_file_has_an_answer_and_a_refusal_quotes_it(text: str, path: str) -> None:
    answer = ask(text, path)
    assert answer.allowed == (answer.line == "")
    if not answer.allowed:
        assert answer.line.lower().startswith("disallow")
        assert answer.line.replace(" ", "") in "".join(c for c in text if c.isprintable()).replace(" ", "")
