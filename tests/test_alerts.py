"""How alerts read: subjects, amounts, every template against its golden texts, and pages that try to do harm."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.alerts import render, render_digest, subject, template_for, templates
from flows.alerts.amounts import write_amount, write_converted, write_percent, write_step
from flows.alerts.content import read_content
from flows.alerts.safety import clean, cut, fit, header, safe_link
from flows.alerts.sample import sample_alert
from flows.alerts.templates import markdown, slack
from parsers.types import Bound, Quantity, Unit, UnitKind
from tests.alert_cases import CASES, NAMES, golden, quantity, rate, read_alert

AMOUNTS = tomllib.loads((CASES / "amounts" / "amounts.toml").read_text("utf-8"))
SCRIPT = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", NAMES)
def test_a_subject_says_who_what_how_much_and_compared_with_what(name: str) -> None:
    expected = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["subject"]
    assert subject(read_alert(name)) == expected


@pytest.mark.parametrize("name", [*NAMES, "digest"])
def test_every_template_writes_its_golden_text(name: str) -> None:
    for file, text in golden(name).items():
        assert (CASES / file).read_text("utf-8") == text, file


def test_every_golden_text_belongs_to_a_template_and_a_case() -> None:
    expected = {file for name in [*NAMES, "digest"] for file in golden(name)} | {f"{name}.toml" for name in NAMES}
    assert {path.name for path in CASES.iterdir() if path.is_file()} == expected


@pytest.mark.parametrize("row", AMOUNTS["amount"], ids=lambda row: str(row["text"]))
def test_an_amount_is_written_as_people_write_it(row: dict[str, object]) -> None:
    assert write_amount(quantity({key: value for key, value in row.items() if key != "text"})) == row["text"]


@pytest.mark.parametrize("row", AMOUNTS["step"], ids=lambda row: str(row["text"]))
def test_a_step_says_the_common_part_once(row: dict[str, str]) -> None:
    old, new = quantity(row["old"]), quantity(row["new"])
    assert write_step(old, new) == row["text"]
    assert write_percent(old, new) == row["percent"]


@given(st.decimals(min_value="0.01", max_value="1e15", places=2), st.sampled_from(["CNY", "USD", "KRW", "XYZ"]))
def test_no_digit_of_an_amount_is_lost(value: Decimal, code: str) -> None:
    words = write_amount(Quantity(value, value, Unit(UnitKind.MONEY, code))).replace(",", "").split()
    scale = {"million": 10**6, "billion": 10**9, "trillion": 10**12}.get(words[1], 1)
    assert Decimal(words[0]) * scale == value


def test_a_computed_amount_is_rounded_and_says_so() -> None:
    assert write_converted(Decimal("1523456789"), "USD") == "about 1.52 billion US dollars"
    assert write_converted(Decimal("0.12345"), "EUR") == "about 0.123 euros"


def test_the_base_currency_is_given_with_rate_and_day_unless_the_text_gives_it() -> None:
    body = render(read_alert("new_investment"), "", rate=rate, base_currency="USD").body
    assert "about 1.52 billion US dollars (1 CNY = 0.1524 USD on 30 March 2021)" in body
    assert body.count("1 CNY = ") == 1  # the other figure is in dollars itself
    assert "1 KRW = " not in render(read_alert("raised"), "", rate=rate).body  # the text has both
    assert "1 KRW = 0.0006952 EUR" in render(read_alert("raised"), "", rate=rate, base_currency="EUR").body
    assert "1 CNY" not in render(read_alert("new_investment"), "").body  # no rates at hand
    assert "1 KRW" not in render(read_alert("raised"), "", rate=rate, base_currency="ISK").body  # nobody quotes it


@pytest.mark.parametrize(
    ("schema", "template"),
    [
        ("mailto", "email"),
        ("slack", "slack"),
        ("tgram", "markdown"),
        ("jsons", "webhook"),
        ("ntfy", "text"),
        ("", "text"),
    ],
)
def test_a_channel_is_served_by_the_template_that_claims_its_schema(schema: str, template: str) -> None:
    assert template_for(schema) is templates()[template]


def test_no_schema_is_claimed_twice() -> None:
    claimed = [schema for template in templates().values() for schema in template.SCHEMAS]
    assert len(claimed) == len(set(claimed))


@pytest.mark.parametrize("schema", ["", "mailto", "slack", "discord", "json"])
def test_the_same_news_has_the_same_key_in_every_form_and_other_news_another(schema: str) -> None:
    once, again, other = (render(read_alert(name), schema) for name in ("raised", "raised", "cut"))
    assert once == again
    assert once.key == render(read_alert("raised"), "").key != other.key


def test_later_alerts_about_a_plan_join_the_thread_of_the_first() -> None:
    rumour, official = render(read_alert("rumoured"), "mailto"), render(read_alert("confirmed"), "mailto")
    assert rumour.key != official.key
    assert rumour.thread == official.thread != render(read_alert("cut"), "mailto").thread


class _Page(HTMLParser):
    """What a mail program would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.remote: list[str] = []
        self.events: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "href":
                self.links.append(value or "")
            if name in ("src", "background", "srcset", "data", "action"):
                self.remote.append(value or "")
            if name.startswith("on"):
                self.events.append(name)

    def handle_data(self, data: str) -> None:
        self.text += data + " "


@pytest.mark.parametrize("name", NAMES)
def test_the_two_halves_of_an_email_say_the_same(name: str) -> None:
    content = read_content(read_alert(name), rate, "USD")
    message = render(read_alert(name), "mailto", rate=rate)
    page = _Page(message.html)
    shown, text = " ".join(page.text.split()), " ".join(message.body.split())
    for line in content.lines:
        for words in (line.heading, line.amount, line.before, line.percent, line.details, line.converted, line.quote):
            assert words in shown
            assert words in text
        assert all(words in shown and words in text for words in line.also)
    for words in (content.title, content.place.site, content.published, content.seen):
        assert words in shown
        assert words in text
    for past in content.history:
        assert all(words in shown and words in text for words in (past.day, past.words))
    places = [content.place, *content.sources, *content.history]
    assert page.links == [place.url for place in (content.place, *content.history, *content.sources) if place.url]
    assert all(place.url in text for place in places)


def test_an_email_loads_nothing_and_links_only_to_web_addresses() -> None:
    for name in NAMES:
        page = _Page(render(read_alert(name), "mailto", rate=rate).html)
        assert page.remote == []
        assert all(link.startswith(("https://", "http://")) for link in page.links)


def test_nothing_of_a_hostile_page_becomes_markup_in_an_email() -> None:
    page = _Page(render(read_alert("hostile"), "mailto", rate=rate).html)
    assert not page.tags & {"script", "img", "b", "iframe", "form", "svg"}
    assert page.events == []
    assert page.links == ["https://ok.example/a_(b)?c=1&d=2"]
    assert "7*7" in page.text  # and not 49


def test_nothing_of_a_hostile_page_becomes_a_mention_or_a_link_in_slack() -> None:
    payload = render(read_alert("hostile"), "slack", rate=rate).payload
    assert re.findall(r"<[^<>]{1,100}>", payload) == ["<https://ok.example/a_(b)?c=1&amp;d=2|ok.example>"]
    for block in json.loads(payload)["blocks"]:
        for text in [block.get("text"), *block.get("elements", [])]:
            assert text is None or text["type"] == "plain_text" or text["verbatim"] is True


def test_nothing_of_a_hostile_page_becomes_markup_in_markdown() -> None:
    message = render(read_alert("hostile"), "discord", rate=rate)
    for text in (message.subject, message.body):
        assert "<" not in text
        assert not re.search(r"@[a-zA-Z]", text)
        assert "||" not in text
        assert "~~" not in text
    assert re.findall(r"(?<!\\)\[([^\]]{1,80})\]\(([^)]{1,80})\)", message.body) == [
        ("ok.example", "https://ok.example/a_%28b%29?c=1&d=2")
    ]


@pytest.mark.parametrize("schema", ["", "mailto", "slack", "discord", "json"])
def test_control_and_bidirectional_characters_reach_no_form(schema: str) -> None:
    message = render(read_alert("hostile"), schema, rate=rate)
    for text in (message.subject, message.body, message.html, message.payload):
        assert not SCRIPT.search(text)
    assert "\n" not in message.subject
    assert "=?" not in message.subject


@given(st.text(max_size=300), st.integers(5, 200))
def test_clean_text_is_one_printable_line_that_fits(text: str, longest: int) -> None:
    result = clean(text, longest)
    assert len(result) <= longest
    assert not SCRIPT.search(result)
    assert result == " ".join(result.split())
    assert "=?" not in header(text)
    result.encode("utf-8")


@given(st.text(max_size=200))
def test_escaped_text_holds_no_live_sign(text: str) -> None:
    assert not set("<>*_~`") & set(slack.escape(clean(text)))
    assert not re.search(r"(?<!\\)(\\\\)*[*_`\[]", markdown.escape(clean(text)))


def test_long_text_is_cut_at_a_word() -> None:
    assert cut("ten billion yuan over ten years", 20) == "ten billion yuan…"
    assert cut("小米将在未来十年投入一百亿美元", 8) == "小米将在未来十…"
    assert cut("short", 20) == "short"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://ok.example/a?b=1#c", True),
        ("http://ok.example", True),
        ("https://中文.example/路", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://xiaomi.com@evil.example/", False),
        ("https://ok.example/a b", False),
        ("https://ok.example/a|b>", False),
        ("https://ok.example/\u202egnp", False),
        ("https://[broken", False),
        ("//ok.example/a", False),
        ("https://ok.example/" + "a" * 3000, False),
        ("", False),
    ],
)
def test_a_link_is_a_plain_web_address_or_none(url: str, safe: bool) -> None:
    assert safe_link(url) == (url if safe else "")


def test_a_flood_of_figures_and_long_texts_stays_within_the_limits_of_slack() -> None:
    alert = read_alert("hostile")
    change, known = alert.changes[0], alert.history[0]
    long = "word & <b> " * 2000
    figure = replace(change.figure, quote=long, target=long)
    flood = (replace(change, figure=figure),) * 100
    history = tuple(replace(known, url=f"https://x.example/{'&' * 1900}{number}") for number in range(30))
    message = render(replace(alert, changes=flood, history=history), "slack")
    blocks = json.loads(message.payload)["blocks"]
    assert len(blocks) <= 50
    assert all(len(block["text"]["text"]) <= 3000 for block in blocks if block["type"] == "section")
    assert len(blocks[0]["text"]["text"]) <= 150
    assert "88 more figures" in message.body
    assert "88 more figures" in message.payload


def test_a_digest_names_its_companies_and_its_key_is_that_of_its_alerts() -> None:
    alerts = [read_alert(name) for name in ("new_investment", "raised", "cut", "rumoured", "corrected", "cancelled")]
    digest = render_digest(alerts, "mailto", rate=rate)
    assert digest.subject == "6 alerts: Xiaomi, Hyundai, Volkswagen, BYD and 2 more"
    assert digest.key == render_digest(alerts, "slack").key != render_digest(alerts[1:], "slack").key
    assert all(subject(alert) in digest.body for alert in alerts)
    assert render_digest(alerts[:1], "").subject == "1 alert: Xiaomi"


@pytest.mark.parametrize("schema", ["slack", "discord", "mailto"])
def test_nothing_of_a_hostile_page_becomes_markup_in_a_digest(schema: str) -> None:
    message = render_digest([read_alert("hostile"), read_alert("cut")], schema)
    page = _Page(message.html)
    assert not page.tags & {"script", "img", "b", "iframe"}
    assert "<!channel>" not in message.payload
    assert schema != "discord" or "<" not in message.body


def test_a_digest_of_many_alerts_stays_within_the_blocks_of_slack() -> None:
    message = render_digest([read_alert("cut")] * 120, "slack")
    blocks = json.loads(message.payload)["blocks"]
    assert len(blocks) == 50
    assert blocks[-1]["text"]["text"] == "and 72 more"


def test_a_digest_by_mail_lists_all_alerts_and_stays_below_what_gmail_cuts() -> None:
    message = render_digest([read_alert("raised")] * 40, "mailto", rate=rate)
    assert message.html.count("30 trillion won by 2030") == 40  # once in the list
    assert message.html.count("Read it on") == 8
    assert len(message.html) < 102_000


def test_a_body_that_is_too_long_ends_after_a_paragraph_with_a_link_to_the_rest() -> None:
    body = "first paragraph\n\nsecond paragraph\n\nthird paragraph"
    assert fit(body, 45, "https://x.example/a") == "first paragraph\n\n… https://x.example/a"
    assert fit(body, len(body), "https://x.example/a") == body
    assert fit(body, 12, "https://x.example/a") == "first parag…"
    assert fit(body, 25, "") == "first paragraph\n\n…"


def test_a_figure_of_the_title_does_not_repeat_the_title() -> None:
    alert = read_alert("cut")
    change = alert.changes[0]
    headline = replace(change, figure=replace(change.figure, quote=alert.release.title))
    body = render(replace(alert, changes=(headline, change)), "").body
    assert body.count(alert.release.title) == 1
    assert change.figure.quote in body


def test_an_ambiguous_sign_names_its_candidates_and_is_not_converted() -> None:
    sign = Quantity(Decimal(10**9), Decimal(10**9), Unit(UnitKind.MONEY, "", ("USD", "HKD")), Bound.AT_LEAST)
    assert write_amount(sign) == "at least 1 billion USD or HKD"
    assert " = " not in render(read_alert("hostile"), "", rate=rate).body


def test_a_first_part_comes_first_and_the_body_s_careful_amount_before_the_headline_s() -> None:
    alert = sample_alert(datetime(2026, 11, 22, tzinfo=UTC))
    first, whole = alert.changes
    headline = replace(
        whole.figure,
        mention=replace(whole.figure.mention, quantity=replace(whole.figure.mention.quantity, bound=Bound.EXACT)),
        quote=alert.release.title,
        also=(whole.figure,),
    )
    turned = replace(alert, changes=(replace(whole, figure=headline), first))
    line = subject(turned)
    assert line.index("10 billion yuan first") < line.index("about 10 billion US dollars over ten years")
    content = read_content(turned)
    assert content.lines[1].quote == whole.figure.quote
