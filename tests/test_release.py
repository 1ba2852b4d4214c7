"""Pages and texts become releases: the article whole, and nothing else."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.errors import PageUnreadable
from parsers.markup import decoded
from parsers.release import REASONS, read_release, release_from_entry, release_from_text
from parsers.types import BlockKind, Entry, Release
from tests.page_cases import FETCHED, article, capture, captured, cases, furniture

PAGES = cases("pages") + cases("sites")
LONG = "The company will build a plant for 40 GWh of cells a year near the port, it said on Tuesday. " * 12


def assert_blocks_lie_in_the_text(release: Release) -> None:
    for block in release.blocks:
        assert release.text[block.start : block.start + len(block.text)] == block.text


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.stem)
def test_a_page_is_read_whole_and_without_its_furniture(case: Path) -> None:
    page, told = capture(case)
    if "refused" in told:
        with pytest.raises(PageUnreadable) as refusal:
            read_release(page)
        assert refusal.value.reason == told["refused"]
        assert refusal.value.reason in REASONS
        return
    release = read_release(page)
    text = article(release)
    assert [kept for kept in told["must_keep"] if kept not in text] == []
    assert [dropped for dropped in told["must_drop"] if dropped in text] == []
    for words in told.get("furniture", []):
        assert any(words in block.text for block in furniture(release))
    assert release.title == told.get("title", release.title)
    assert release.language == told.get("language", release.language)
    assert release.published == told.get("published", release.published)
    assert_blocks_lie_in_the_text(release)


def test_what_is_taken_out_is_kept_with_its_rule() -> None:
    page, _ = capture(next(case for case in PAGES if case.stem == "wordpress_blog"))
    removed = {piece.rule: piece.text for piece in read_release(page).removed}
    assert any("random post" in rule for rule in removed)
    assert any("2.6 trillion won" in text for text in removed.values())


# --- text -------------------------------------------------------------------------------------------------------------


def test_a_plain_text_keeps_its_offsets() -> None:
    text = "  Lead of the news.\n\nSecond one.\n\n1. An item\n\nRandom Post\n\nGeely pays $9 billion for a rival\n"
    release = release_from_text(text)
    assert release.text == text
    assert_blocks_lie_in_the_text(release)
    assert [block.kind for block in release.blocks] == [
        BlockKind.PROSE,
        BlockKind.PROSE,
        BlockKind.ITEM,
        BlockKind.FURNITURE,
        BlockKind.FURNITURE,
    ]


def test_a_title_is_put_before_a_text_that_lacks_it() -> None:
    release = release_from_text("It will cost 4 billion euros.", title="A plant in Heide")
    assert release.text == "A plant in Heide\n\nIt will cost 4 billion euros."
    assert [block.kind for block in release.blocks] == [BlockKind.TITLE, BlockKind.PROSE]
    assert release_from_text(release.text, title="A plant in Heide").text == release.text


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    line = "of the plant that the company has promised to the town since last year and"
    text = "\n".join([line] * 5) + "\n\n" + "\n".join([line] * 4)
    assert len(release_from_text(text).blocks) == 2


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=40))
def test_any_text_at_all_is_a_release_whose_blocks_lie_in_it(text: str, title: str) -> None:
    release = release_from_text(text, title=title)
    assert text in release.text
    assert_blocks_lie_in_the_text(release)


# --- bytes ------------------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_at_all_are_read_or_refused_by_name(body: bytes) -> None:
    release, reason = None, ""
    try:
        release = read_release(captured(body))
    except PageUnreadable as refusal:
        reason = refusal.reason
    assert release or reason in REASONS
    if release:
        assert "\x00" not in release.text
        assert_blocks_lie_in_the_text(release)


@pytest.mark.parametrize(
    ("body", "media_type", "reason"),
    [
        (b"<div>" * 5000 + b"deep", "text/html", "too deep"),
        (b"<p " + b" ".join(b'a%d="x"' % n for n in range(20_000)) + b">t</p>", "text/html", "too large"),
        (b"<p>" + b"x" * 10_000_001, "text/html", "too large"),
        (b"<html><body>" + b"<i>1</i>" * 110_000, "text/html", "too large"),
        (b"PK\x03\x04" + bytes(500), "text/html", "not html"),
        (b"<html><p>fine</p></html>", "application/zip", "not html"),
        (b"%PDF-1.7\nbroken", "text/html", "not html"),
        (b"<html><body><div id=root></div><script>x=1</script></body></html>", "text/html", "no content"),
        (b"", "text/html", "no content"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_by_name(body: bytes, media_type: str, reason: str) -> None:
    with pytest.raises(PageUnreadable) as refusal:
        read_release(captured(body, media_type=media_type))
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Volta Nova investiert 500 Millionen Euro in Ladesäulen", ""),
        ("NIO to invest $404 million in Hefei", ""),
        ("比亚迪投资500亿元", ""),
        ("404 | The desk", "error page"),
        ("Error 503: come back later", "error page"),
        ("500 Internal Server Error", "error page"),
    ],
)
def test_a_short_page_is_an_error_for_its_code_and_not_for_an_amount(title: str, reason: str) -> None:
    words = "<p>Die Firma will das Geld bis 2027 in Frankreich ausgeben, teilte sie am Dienstag in Lyon mit.</p>"
    page = captured(f"<html><head><title>{title}</title></head><body><article>{words}</article></body></html>".encode())
    if reason:
        with pytest.raises(PageUnreadable) as refusal:
            read_release(page)
        assert refusal.value.reason == reason
    else:
        assert read_release(page).title == title


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Die Firma investiert in Grünheide, größer als geplant, sagte der Geschäftsführer.", "latin-1"),
        ("L’usine sera prête à Douai, où l'État français aide déjà.", "cp1252"),
        ("La planta costará 3.000 millones de euros, según anunció la compañía en España.", "latin-1"),
        ("Fabryka baterii w Gdańsku będzie kosztować 700 milionów złotych, powiedział rzecznik spółki.", "cp1250"),
        ("小米公司今日公告，首期投资为一百亿元人民币，预计未来十年投资额一百亿美元。", "gb18030"),
        ("鴻海集團今天宣布，將投資新台幣一百億元在高雄興建電動巴士工廠，預計明年完工。", "big5"),
        ("トヨタ自動車は31日、車載電池の生産に7300億円を投資すると発表した。", "shift_jis"),
        ("현대자동차그룹은 2030년까지 국내 전기차 산업에 24조원을 투자한다고 11일 밝혔다.", "euc_kr"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_a_page_that_names_no_encoding_is_read_in_that_of_its_language(words: str, encoding: str) -> None:
    assert words in decoded(f"<html><body><p>{words * 4}</p></body></html>".encode(encoding))


PROSE = "<p>The company said that it would build a plant with many people and much money in the year.</p>"
MANY = 2000


@pytest.mark.parametrize(
    "body",
    [
        PROSE + "<p><a href='#'>A headline of six words here</a></p>" + PROSE * MANY,
        (PROSE + "<p><a href='#'>A headline of six words here</a></p>") * (MANY // 2),
        "<aside>$5 billion</aside>" * MANY,
        "<div><input type=email></div>" * MANY,
        "<p>a</p>" + "<ul><li><a>one two three four</a></li><li><a>five six seven eight</a></li></ul>" * (MANY // 4),
        "<ul>" + "<li><table><tr><td>$5</td><td>b</td></tr></table></li>" * (MANY // 2) + "</ul>",
        "<article>" + (PROSE + "<h3>About Us All</h3>") * (MANY // 2) + "</article>",
        PROSE + "text <p>a</p>" * MANY,
        PROSE + "<div hidden>x</div>" * MANY,
        PROSE + "<p>Ann Lee writes.</p>" * MANY,
        "<a href='#'><div>A card of words</div></a>" * MANY,
        "<b><p>" * 100 + PROSE + "<!-- " + "x" * 2_000_000,
    ],
    ids=lambda body: body[:40],
)
def test_a_page_of_thousands_of_boxes_takes_its_length_and_no_more(body: str) -> None:
    page = captured(f"<html><head><meta name='author' content='Ann Lee'></head><body>{body}</body></html>".encode())
    start = time.process_time()
    with suppress(PageUnreadable):
        read_release(page)
    assert time.process_time() - start < 1.5, "quadratic: it takes ten times as long"


def test_figures_that_no_reader_sees_are_not_read() -> None:
    hidden = (
        '<p style="display: none">invest 999 billion</p><div hidden>invest 888 billion</div>'
        '<p aria-hidden="true">777 billion</p><p style="font-size:0">666 billion</p><!-- 555 billion -->'
    )
    page = f"<html><body><article><h1>A plant</h1><p>{LONG}</p>{hidden}</article></body></html>"
    assert "billion" not in read_release(captured(page.encode())).text


# --- who says when ----------------------------------------------------------------------------------------------------


def page_of(day: str) -> bytes:
    head = f'<meta property="article:published_time" content="{day}">'
    return f"<html><head>{head}</head><body><article><h1>A plant</h1><p>{LONG}</p></article></body></html>".encode()


def test_the_feed_is_believed_before_the_page() -> None:
    feed = datetime(2026, 2, 1, tzinfo=UTC)
    entry = Entry("1", "https://news.example.com/a", "A plant", published=feed)
    release = read_release(captured(page_of("2026-01-05T00:00:00Z")), entry=entry)
    assert (release.published, release.published_by) == (feed, "feed")
    assert read_release(captured(page_of("2026-01-05T00:00:00Z"))).published_by == "page"


def test_no_date_lies_in_the_future() -> None:
    far = read_release(captured(page_of("2999-01-01T00:00:00Z")))
    assert far.published is None or far.published <= FETCHED
    soon = (FETCHED + timedelta(hours=8)).isoformat()
    assert read_release(captured(page_of(soon))).published == FETCHED


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Ann Lee | May 5, 2025 at 9:10 AM", (2025, 5, 5)),
        ("Published 5th Sept. 2025", (2025, 9, 5)),
        ("10. Dezember 2024", (2024, 12, 10)),
        ("Publié le 24 juillet 2024 à 07:00", (2024, 7, 24)),
        ("1er juin 2024", (2024, 6, 1)),
        ("3 de marzo de 2025", (2025, 3, 3)),
        ("2025年08月16日 09:12 东方车报", (2025, 8, 16)),
        ("2025.06.10. 오전 9:00", (2025, 6, 10)),
        ("27/03/2025", (2025, 3, 27)),
        ("03.04.2025", (2025, 4, 3)),
        ("03/04/2025", None),
        ("Plant to open in 2026", None),
        ("31 February 2025", None),
    ],
)
def test_the_date_beside_the_headline_is_read_where_machines_are_told_none(
    line: str, day: tuple[int, int, int]
) -> None:
    teaser = "<div><h3>A rival</h3><span>1 January 2020</span></div>"
    body = f"<div class='top'><div><h1>A plant</h1></div><div>{line}</div></div><p>{LONG}</p>{teaser}"
    release = read_release(captured(f"<html><body><div><div><div>{body}</div></div></div></body></html>".encode()))
    told = (release.published.year, release.published.month, release.published.day) if release.published else None
    if day:
        assert (told, release.published_by) == (day, "page")
    else:
        assert release.published_by != "page"


def test_a_subtitle_with_a_year_or_an_amount_is_no_dateline() -> None:
    subtitles = ("Plant to open in 2026 with 30 gigawatt-hours a year", "By 2030, 4 billion euros")
    lines = "".join(f"<p>{line}</p>" for line in ("By Ann Lee", "March 31, 2021 at 9:10 AM", *subtitles))
    page = f"<html><body><article><h1>A plant</h1>{lines}<p>{LONG}</p></article></body></html>".encode()
    text = read_release(captured(page)).text
    assert [subtitle for subtitle in subtitles if subtitle not in text] == []
    assert "Ann Lee" not in text
    assert "9:10" not in text


# --- the feed as witness ----------------------------------------------------------------------------------------------


def test_the_feeds_own_text_stands_in_for_a_wall() -> None:
    wall = captured(b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>")
    content = f"<p>{LONG}</p><p>It costs 2 billion euros.</p>"
    whole = Entry("1", "https://news.example.com/a", "A plant", content=content)
    release = read_release(wall, entry=whole)
    assert release.text.startswith("A plant\n\n")
    assert "2 billion euros" in release.text
    with pytest.raises(PageUnreadable):
        read_release(wall, entry=Entry("1", "https://news.example.com/a", "A plant", content="<p>It costs ...</p>"))


def test_an_entry_alone_is_cleaned_like_a_page() -> None:
    teasers = "<h4>Related</h4><ul><li><a href='#'>A rival pays $9bn</a></li></ul>"
    content = f"<p>{LONG}</p><p>It costs 2 billion euros.</p>{teasers}"
    release = release_from_entry(Entry("1", "https://x.example/a", "A plant", content=content), now=FETCHED)
    assert "2 billion euros" in release.text
    assert "$9bn" not in release.text


def test_a_page_of_something_else_is_refused_or_the_feeds_own_text_stands_in() -> None:
    teasers = "".join(
        f"<p>Reader {n} asks which scooter to buy for $799 and whether it climbs a hill.</p>" for n in range(9)
    )
    home = captured(f"<html><body><main><h1>Daily Spark</h1>{teasers}</main></body></html>".encode())
    summary = (
        "Northvolt picks Heide in Germany for its third cell factory, with public subsidies worth 902 million euros"
    )
    entry = Entry("1", "https://x.example/a", "Northvolt goes to Heide", summary=summary)
    with pytest.raises(PageUnreadable) as refusal:
        read_release(home, entry=entry)
    assert refusal.value.reason == "another text"
    whole = replace(entry, content=f"<p>{summary}.</p><p>{LONG}</p>")
    assert "902 million euros" in read_release(home, entry=whole).text
    other = Entry("1", "https://x.example/a", "北伏在海德建第三座电池工厂", summary="获得九亿欧元的公共补贴，明年动工")
    assert read_release(home, entry=other).text, "a feed in another script proves nothing"


def test_the_text_embedded_for_machines_is_taken_where_the_feed_bears_it_out() -> None:
    body = "Volvo Cars picks Kosice in Slovakia and will spend 1.2 billion euros on its third plant in Europe. " * 4
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    beside = "<p>Our shop sells mugs, shirts and posters with pictures of engines, all of them made to order. </p>" * 9
    page = f"<html><head>{script}</head><body><div><article>{beside}</article></div></body></html>".encode()
    summary = "Slovakia gets a third Volvo plant in Europe"
    entry = Entry("1", "https://x.example/a", "Volvo Cars picks Kosice", summary=summary)
    assert "1.2 billion euros" in read_release(captured(page), entry=entry).text
