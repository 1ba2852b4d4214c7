"""Furniture: what lines announce, how far it reaches, and what a site repeats."""

from __future__ import annotations

import time
import tomllib
from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parsers.boilerplate
from parsers.boilerplate import WORDS
from parsers.furniture import key, lexicon_for, read_line
from parsers.language_id import language_of
from parsers.reach import marked
from parsers.release import read_release, release_from_text
from parsers.site_memory import ENOUGH, SiteMemory, fingerprint, learn, spare
from parsers.types import Capture
from tests.page_cases import CASES, captured

LINES = tomllib.loads((CASES / "furniture" / "lines.toml").read_text(encoding="utf-8"))["lines"]


@pytest.mark.parametrize(("language", "line", "sign"), LINES, ids=[line for _, line, _ in LINES])
def test_a_line_announces_what_its_words_say(language: str, line: str, sign: str) -> None:
    reading = read_line(line, lexicon_for(language))
    assert (reading.sign.value if reading else "") == sign


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_a_line_in_the_cases(language: str) -> None:
    assert any(row[0] == language for row in LINES)


@pytest.mark.parametrize("language", WORDS)
def test_phrases_are_written_as_lines_are_compared(language: str) -> None:
    for name in ("labels", "heads", "endings", "notices"):
        for phrase in getattr(WORDS[language], name):
            assert phrase == phrase.lower(), f"{name}: {phrase} is not in lower case"
            assert phrase.strip(" :|–-") == phrase, f"{name}: {phrase} can never be met"
            assert key(phrase), f"{name}: {phrase} is empty once digits and signs are off"


def test_a_list_head_takes_its_teasers_and_stops_where_the_article_goes_on() -> None:
    prose = "The company said on Tuesday that it would build the plant in two stages, the first of them by 2027. " * 2
    blocks = [prose, "Related", "Geely pays $9 billion for a rival", "Tesla raises $2 billion", prose, prose]
    assert [bool(rule) for rule in marked(blocks, "en")] == [False, True, True, True, False, False]


def test_prose_teasers_at_the_end_go_with_their_head() -> None:
    prose = "The company said on Tuesday that it would build the plant in two stages, the first of them by 2027. " * 3
    blocks = [prose, prose, "Random Post", "Baidu joins Geely. The two put $1.2 billion into a car maker."]
    assert [bool(rule) for rule in marked(blocks, "en")] == [False, False, True, True]


@pytest.mark.parametrize(
    ("language", "legal"),
    [
        (
            "en",
            "This release contains forward-looking statements within the meaning of the law, on sales of $9 billion. ",
        ),
        ("de", "Diese Mitteilung enthält zukunftsgerichtete Aussagen, etwa über 9 Milliarden Euro. "),
        ("fr", "Ce communiqué contient des déclarations prospectives, par exemple sur 9 milliards d'euros. "),
        ("zh", "本公告所涉90亿元等前瞻性陈述不构成公司对投资者的实质承诺，请注意投资风险。"),
        ("ja", "本資料の90億円などの数値は将来の見通しに関する記述であり、実際とは異なることがあります。"),
        ("ko", "이 자료의 90억원 등은 미래예측진술로서 실제 결과와 다를 수 있습니다. "),
    ],
)
def test_legal_words_need_no_heading_and_leave_the_news_alone(language: str, legal: str) -> None:
    news = {"zh": "公司将投资40亿元建厂。", "ja": "40億円を投じて工場を建てる。", "ko": "공장에 40억원을 투자한다. "}
    prose = news.get(language, "The company said on Tuesday that it would build the plant in two stages. ") * 4
    assert [bool(rule) for rule in marked([prose, prose, legal * 3], language)] == [False, False, True]
    assert not any(marked([legal, prose, prose], language)), "what is said early is news"
    assert not any(marked([prose, prose, prose * 3 + legal], language)), "a last sentence does not make news legal"


def test_a_company_is_described_late_even_where_legal_words_fill_the_rest() -> None:
    prose = "The company said on Tuesday that it would build the plant in two stages, the first of them by 2027. "
    legal = "This release contains forward-looking statements, and actual results may differ materially. " * 9
    blocks = [prose, prose, "About Rivian", "Rivian builds vans and had revenue of $4 billion.", legal]
    assert [bool(rule) for rule in marked(blocks, "en")] == [False, False, True, True, True]


def test_contacts_end_a_release_though_legal_words_come_after_them() -> None:
    prose = "The company said on Tuesday that it would build the plant in two stages, the first of them by 2027. " * 9
    legal = "This release contains forward-looking statements, and actual results may differ materially. " * 9
    rules = marked([prose, "Media contacts", "Ann Lee", legal], "en")
    assert [rule.partition(":")[0] for rule in rules] == ["", "ending", "ending", "legal words"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.sampled_from(sorted(WORDS)))
def test_any_line_at_all_is_read(line: str, language: str) -> None:
    read_line(line, lexicon_for(language))


@pytest.mark.parametrize("text", [" " * 500, "-" * 599, "a " * 290, "more " * 110, "：" * 590, "1" * 599, "@" * 599])
def test_no_line_takes_long(text: str) -> None:
    lexicon = lexicon_for("en")
    start = time.perf_counter()
    for _ in range(20):
        read_line(text, lexicon)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("小米宣布未来十年投资100亿美元", "zh"),
        ("トヨタは約80億ドルを追加投資する", "ja"),
        ("현대차그룹이 24조원을 투자한다", "ko"),
        ("Das Werk soll 2025 anlaufen und wird von der neuen Tochter betrieben, die mit Partnern investiert.", "de"),
        ("Le groupe investira dans une usine qui doit démarrer en 2026, avec des aides de l'État.", "fr"),
        ("The plant will be built with the help of the state, and it opens in 2027.", "en"),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_language_is_a_file_and_no_edit() -> None:
    assert set(WORDS) == {module.name for module in parsers.boilerplate.iter_modules(parsers.boilerplate.__path__)}


# --- what a site repeats ----------------------------------------------------------------------------------------------

SLOGAN = "Our members read every plant that we track, drawn on a map, each quarter before anybody else does."
NEWS = [
    "Panasonic broke ground in De Soto, where it spends $4 billion on cells.",
    "Envision will put $2 billion into a plant in Bowling Green, Kentucky.",
    "Freyr chose Coweta County in Georgia and pays $1.7 billion for the first phase.",
    "Northvolt goes to Heide for 4.5 billion euros, and the state adds 902 million.",
]
TEASERS = ["A smelter in Utah reopens", "Who owns the plugs", "Graphite without China", "A price for old cells"]


def page(at: int) -> Capture:
    more = f"<p>It is the second plant of its kind, number {at} on our list, and opens in 203{at}.</p>"
    teaser = f"<p>Out of the drawer</p><p>{TEASERS[at]}</p>"
    body = f"<div><h1>Story {at}</h1><p>{NEWS[at]}</p>{more}<p>{SLOGAN}</p>{teaser}</div>"
    return captured(f"<html><body>{body}</body></html>".encode(), f"https://wire.example.com/{at}")


def test_what_stood_on_three_pages_is_taken_out_of_the_fourth() -> None:
    for order in list(permutations(range(4)))[::5]:
        memory = SiteMemory()
        for at in order[:ENOUGH]:
            memory = learn(memory, read_release(page(at), known_blocks=memory))
        release = read_release(page(order[3]), known_blocks=memory)
        assert SLOGAN not in release.text
        assert "Out of the drawer" not in release.text
        assert TEASERS[order[3]] not in release.text
        assert NEWS[order[3]] in release.text
        assert any(piece.text == SLOGAN and "repeated on 3 pages" in piece.rule for piece in release.removed)


def test_the_same_article_fetched_again_teaches_nothing() -> None:
    memory = SiteMemory()
    for _ in range(4):
        memory = learn(memory, read_release(page(0), known_blocks=memory))
    assert NEWS[0] in read_release(page(0), known_blocks=memory).text


def test_a_copy_at_another_address_is_the_same_page() -> None:
    memory = SiteMemory()
    for path in ("a", "b", "c", "d"):
        text = f"{NEWS[0]}\n\n{NEWS[1]}\n\n{NEWS[2]}"
        memory = learn(memory, release_from_text(text, url=f"https://wire.example.com/{path}"))
    assert not memory.repeats(fingerprint(NEWS[0]))


def test_a_person_can_clear_what_was_learnt() -> None:
    memory = SiteMemory()
    for at in range(3):
        memory = learn(memory, read_release(page(at)))
    assert SLOGAN in read_release(page(3), known_blocks=spare(memory, SLOGAN)).text


def test_digits_tell_blocks_apart_only_where_money_is_told() -> None:
    assert fingerprint("Read by 3 people today") == fingerprint("Read by 41 people today")
    assert fingerprint("Sales rose to 3 billion yuan") != fingerprint("Sales rose to 4 billion yuan")


def test_learning_changes_no_memory_in_place() -> None:
    memory = SiteMemory()
    learn(memory, release_from_text("One. Two.", published=datetime(2026, 1, 1, tzinfo=UTC)))
    assert not memory.pages_of
