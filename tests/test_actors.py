"""Companies in texts: names in every script, people, groups, and those who act together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.actors import Companies, Role, together
from parsers.types import Actor, Company

COMPANIES = Companies(
    (
        Company("nio", "NIO", names=("NIO", "Nio", "蔚来"), people=("William Li", "李斌")),
        Company("nio-china", "NIO China", names=("NIO China", "蔚来中国"), parent="nio"),
        Company("gm", "GM", names=("GM", "General Motors")),
        Company("samsung-sdi", "Samsung SDI", names=("Samsung SDI", "삼성SDI")),
        Company("byd", "BYD", names=("BYD", "比亚迪", "비야디")),
    )
)


def named(text: str) -> list[str]:
    return [name.actor.slugs[0] for name in COMPANIES.find(text) if name.actor]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("NIO sold cars to niobium miners of NIOBE", ["nio"]),
        ("the longest name wins: NIO China", ["nio-china"]),
        ("蔚来中国和蔚来", ["nio-china", "nio"]),
        ("BYDは伸びた。비야디가", ["byd", "byd"]),
        ("General Motors' plan", ["gm"]),
        ("gm in lower case is a unit", []),
    ],
)
def test_names_are_found_as_they_are_spelt(text: str, slugs: list[str]) -> None:
    assert named(text) == slugs


def test_a_person_speaks_for_the_company() -> None:
    (name,) = COMPANIES.find("李斌说")
    assert name.role is Role.PERSON
    assert name.actor == COMPANIES.actor("nio")


def test_a_subsidiary_is_of_the_group_of_its_parent() -> None:
    assert COMPANIES.group_of("nio-china") == COMPANIES.group_of("nio") == "nio"


def test_companies_that_act_together_are_one_actor_in_order_of_their_slugs() -> None:
    joint = together(COMPANIES.actor("samsung-sdi"), COMPANIES.actor("gm"))
    assert joint == Actor("GM + Samsung SDI", ("gm", "samsung-sdi"))
    assert COMPANIES.actor("samsung-sdi", "gm") == joint


def test_a_company_and_one_that_is_only_named_act_together() -> None:
    assert together(COMPANIES.actor("gm"), Actor("TPG")).name == "TPG + GM"


@given(st.text(max_size=200))
def test_offsets_give_back_a_name_of_the_list(text: str) -> None:
    for name in COMPANIES.find(text + " GM " + text):
        assert name.actor is not None
        assert name.end > name.start
