"""How alerts read: subjects, amounts, every template against its golden texts, and pages that try to do harm."""

from __future__ import annotations

import io
import json
import re
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from PIL import Image as Picture
from PIL import ImageColor

from flows.alerts import Cause, render, render_digest, subject, template_for, templates
from flows.alerts.amounts import write_amount, write_converted, write_percent, write_step
from flows.alerts.chart import DARK, LIGHT, Theme, draw_chart
from flows.alerts.content import read_content
from flows.alerts.history import Chart, Point
from flows.alerts.places import read_place
from flows.alerts.safety import clean, cut, fit, header, inert, safe_link
from flows.alerts.sample import sample_alert
from flows.alerts.templates import markdown, slack, webhook
from flows.severity import Severity
from parsers.types import Bound, Part, Quantity, Unit, UnitKind
from tests.alert_cases import CASES, NAMES, golden, quantity, rate, read_alert

AMOUNTS = tomllib.loads((CASES / "amounts" / "amounts.toml").read_text("utf-8"))
SCHEMA = Path(webhook.__file__).parent / "webhook.schema.json"
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
    assert "about 1.52 billion US dollars (1 CNY = 0.1524 USD, the last known on 30 March 2021)" in body
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
    first = read_alert("rumoured")
    rumour = render(first, "mailto")
    official = render(replace(read_alert("confirmed"), thread=first.fingerprint), "mailto")
    assert rumour.key != official.key
    assert rumour.key == rumour.thread == official.thread != render(read_alert("cut"), "mailto").thread


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
    places = [content.place, *(past.place for past in content.history), *content.sources]
    assert page.links == [place.url for place in places if place.url]
    assert all(place.url in text for place in places)


def test_an_email_loads_nothing_and_links_only_to_web_addresses() -> None:
    for name in NAMES:
        message = render(read_alert(name), "mailto", rate=rate)
        page, bare = _Page(message.illustrated or message.html), _Page(message.html)
        assert page.remote == [f"cid:{image.id}" for image in message.images]
        assert bare.remote == []
        assert all(link.startswith(("https://", "http://")) for link in page.links)


# --- charts and digests -----------------------------------------------------------------------------------------------


def _chart(name: str) -> list[tuple[str, str, bool]]:
    chart = read_content(read_alert(name)).chart
    return [(str(point.day), point.words, point.rumour) for point in chart.points] if chart else []


def test_a_chart_follows_the_plan_from_its_first_figure_to_the_alert_s() -> None:
    assert _chart("raised") == [
        ("2022-05-18", "21 trillion won", False),
        ("2023-04-11", "24 trillion won", False),
        ("2024-03-27", "30 trillion won", False),
    ]


def test_what_was_given_up_stands_at_zero_and_a_rumour_is_marked() -> None:
    cancelled, confirmed = (read_content(read_alert(name)).chart for name in ("cancelled", "confirmed"))
    assert cancelled is not None
    assert (cancelled.points[-1].words, cancelled.points[-1].value) == ("cancelled", 0)
    assert confirmed is not None
    assert [point.rumour for point in confirmed.points] == [True, False]
    assert "(rumoured)" in confirmed.words


def test_a_chart_never_sets_a_part_beside_the_whole_or_one_currency_beside_another() -> None:
    alert = read_alert("raised")
    first, second = alert.history
    part = replace(first, figure=replace(first.figure, part=Part.ADDITIONAL))
    euros = replace(
        second, figure=replace(second.figure, mention=replace(second.figure.mention, quantity=quantity("1e9 EUR")))
    )
    assert len(read_content(replace(alert, history=(part, second))).chart.points) == 2  # type: ignore[union-attr]
    assert read_content(replace(alert, history=(part, euros))).chart is None
    assert read_content(read_alert("new_investment")).chart is None
    assert read_content(replace(alert, changes=alert.changes * 2)).chart is None, "of two plans, none"
    late = replace(second, published=datetime(2025, 1, 1, tzinfo=UTC))
    assert read_content(replace(alert, history=(first, late))).chart is None, "a release older than what is known"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_is_a_small_picture_whose_line_is_where_the_amounts_are(theme: Theme) -> None:
    chart = read_content(read_alert("raised")).chart
    assert chart is not None
    png = draw_chart(chart, theme)
    assert len(png) < 10_000
    with Picture.open(io.BytesIO(png)) as file:
        shown = file.convert("RGB")
    assert shown.size == (800, 344)
    assert shown.getpixel((799, 0)) == ImageColor.getrgb(theme.ground)
    column = [shown.getpixel((shown.width - 4, y)) for y in range(shown.height)]
    now, top = ImageColor.getrgb(theme.now), column.index(ImageColor.getrgb(theme.now_area))
    assert column[top - 1] == now, "the alert's own step, as a line over an area"
    ground = len(column) - 1 - column[::-1].index(ImageColor.getrgb(theme.now_area))
    before = [shown.getpixel((100, y)) for y in range(shown.height)].index(ImageColor.getrgb(theme.area))
    assert (ground - before) / (ground - top) == pytest.approx(21 / 30, abs=0.02), "amounts are heights from zero"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_a_chart_says_can_be_read_in_both_schemes(theme: Theme) -> None:
    """WCAG 2.2: 4.5 to 1 for letters (1.4.3), 3 to 1 for lines (1.4.11)."""
    assert all(_contrast(colour, theme.ground) >= 4.5 for colour in (theme.ink, theme.dim, theme.now))
    assert _contrast(theme.line, theme.ground) >= 3


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [value / 255 for value in ImageColor.getrgb(colour)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@given(st.lists(st.tuples(st.dates(), st.decimals(0, 10**15, places=0), st.booleans()), min_size=2, max_size=9))
@settings(max_examples=25, deadline=None)
def test_any_history_can_be_drawn(rows: list[tuple[date, Decimal, bool]]) -> None:
    points = tuple(
        Point(day, value, f"{value:,f} Moroccan dirhams", f"{value:,f}", rumour) for day, value, rumour in sorted(rows)
    )
    if any(point.value for point in points):
        assert draw_chart(Chart(points)).startswith(b"\x89PNG")


def test_a_picture_says_in_words_what_it_shows_and_the_page_without_it_says_the_same() -> None:
    message = render(read_alert("raised"), "mailto", rate=rate)
    said = "Chart: 21 trillion won on 18 May 2022, 24 trillion won on 11 April 2023, 30 trillion won on 27 March 2024"
    assert message.illustrated.count(f'alt="{said}"') == len(message.images) == 2
    assert all(words in message.html for words in ("21 trillion won, new", "24 trillion won by 2030, raised"))
    assert "cid:" not in message.html


def test_the_page_for_a_browser_needs_nothing_beside_it() -> None:
    message = render(read_alert("raised"), "mailto", rate=rate)
    pictures = [link for link in _Page(message.page).remote if link.startswith("data:image/png;base64,")]
    assert len(pictures) == len(_Page(message.page).remote) == 2


def test_a_digest_by_mail_has_a_table_of_all_and_a_chart_for_each_plan_that_has_a_course() -> None:
    message = render_digest([read_alert(name) for name in ("raised", "new_investment", "cut", "cancelled")], "mailto")
    charted = [name for name in ("raised", "new_investment", "cut", "cancelled") if _chart(name)]
    assert len(message.images) == 2 * len(charted) >= 4
    page = _Page(message.illustrated)
    assert page.remote == [f"cid:{image.id}" for image in message.images]
    assert message.illustrated.count("<th ") == 3
    assert "cid:" not in message.html


# --- severity, schema -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "escaped"),
    [("mailto", "Plants &lt;of&gt; *"), ("slack", "Plants &lt;of&gt; ∗"), ("discord", "Plants ‹of› \\*")],
)
def test_the_footer_names_the_watch_and_its_severity(schema: str, escaped: str) -> None:
    message = render(read_alert("raised"), schema, cause=Cause("Plants <of> *note*", Severity.HIGH))
    assert message.severity is Severity.HIGH
    whole = message.html or message.payload or message.body
    assert "high severity" in whole
    assert escaped in whole
    ordinary = render(read_alert("raised"), schema)
    assert "severity" not in ordinary.html + ordinary.payload + ordinary.body


def _strict(schema: Any) -> Any:
    """The schema with nothing allowed that it does not describe."""
    if isinstance(schema, dict):
        closed = {"additionalProperties": False} if "properties" in schema else {}
        return {key: _strict(value) for key, value in schema.items()} | closed
    return [_strict(item) for item in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("name", [*NAMES, "digest"])
def test_every_webhook_document_is_as_its_schema_says_and_the_schema_describes_all_of_it(name: str) -> None:
    document = json.loads((CASES / f"{name}.webhook.json").read_text("utf-8"))
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(_strict(schema)).validate(document)
    broken = {key: value for key, value in document.items() if key != "idempotency_key"}
    assert list(Draft202012Validator(schema).iter_errors(broken))


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
    assert not set("*_`") & set(message.subject), "a title has no escapes"
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
    for live in ("", "@everyone", ":tada:", "<at>all</at>"):
        told = clean(f"{text}{live}")
        assert not set("<>*_~`") & set(slack.escape(told))
        assert not re.search(r"(?<!\\)(\\\\)*[*_`\[]", markdown.escape(told))
        assert ":tada:" not in slack.escape(told) + markdown.escape(told) + inert(told)
        assert not re.search(r"@\w|<(at|!)", markdown.escape(told) + inert(told))


def test_long_text_is_cut_at_a_word() -> None:
    assert cut("ten billion yuan over ten years", 20) == "ten billion yuan…"
    assert cut("小米将在未来十年投入一百亿美元", 8) == "小米将在未来十…"
    assert cut("short", 20) == "short"


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.xiaomi.com/a", "xiaomi.com"),
        ("https://x\u0456aomi.com/a", "xn--xaomi-n2e.com"),  # a Cyrillic letter
        ("https://中文.example/路", "xn--fiq228c.example"),
        ("javascript:alert(1)", "unknown site"),
    ],
)
def test_a_site_is_shown_by_the_name_that_leads_to_it(url: str, site: str) -> None:
    assert read_place(url).site == site


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
    assert blocks[-2]["text"]["text"] == "and 73 more"
    assert blocks[-1]["elements"][0]["text"].startswith("Alert ")


def test_a_digest_by_mail_lists_all_alerts_and_stays_below_what_gmail_cuts() -> None:
    message = render_digest([read_alert("raised")] * 40, "mailto", rate=rate)
    page = message.illustrated
    assert page.count("30 trillion won, was 24 trillion won") == 40  # a row each in the table
    assert page.count("Read it on") == 8
    assert len(page) < 102_000


def test_a_body_that_is_too_long_ends_after_a_paragraph_with_a_link_to_the_rest() -> None:
    body = "first paragraph\n\nsecond paragraph\n\nthird paragraph"
    assert fit(body, 45, "https://x.example/a") == "first paragraph\n\n… https://x.example/a"
    assert fit(body, len(body), "https://x.example/a") == body
    assert fit(body, 12, "https://x.example/a") == "first parag…"
    assert fit("word " * 40, 70, "https://x.example/a") == f"{'word ' * 8}word… https://x.example/a"
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
    assert content.lines[0].quote == whole.figure.quote
    assert content.lines[1].quote == "", "the same sentence, said once"
