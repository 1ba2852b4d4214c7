"""Comparing, rule by rule: figures and what is known in, the kind of change and its reason out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.amounts import interval, meets
from parsers.compare import compare
from parsers.types import (
    Actor,
    Bound,
    Change,
    ChangeKind,
    Direction,
    Figure,
    Known,
    Mention,
    Part,
    Period,
    Quantity,
    Standing,
    Status,
    Unit,
    UnitKind,
)  # fmt: skip

DAY = datetime(2026, 11, 20, 9, tzinfo=UTC)
NIO, FORD = Actor("NIO", ("nio",)), Actor("Ford", ("ford",))
PER_DOLLAR = {"USD": Decimal(1), "CNY": Decimal("6.5"), "EUR": Decimal("0.9"), "KRW": Decimal(1300)}


def rate(source: str, target: str, day: date) -> Decimal | None:
    if source in PER_DOLLAR and target in PER_DOLLAR:
        return PER_DOLLAR[target] / PER_DOLLAR[source]
    return None


def amount(billions: float | str, code: str = "USD", bound: Bound = Bound.EXACT, digits: int = 0) -> Quantity:
    value = Decimal(str(billions)) * 10**9
    return Quantity(value, value, Unit(UnitKind.MONEY, code), bound, Decimal(10**9) / 2 / 10**digits)


def figure(quantity: Quantity, metric: str = "investment", actor: Actor | None = FORD, **more: object) -> Figure:
    mention = Mention(quantity, "x", 0, 1, "test")
    made = Figure(mention, metric, actor, status=Status.ANNOUNCED)
    return replace(made, **more)  # type: ignore[arg-type]


def known(item: Figure, days_ago: int = 30, change: ChangeKind = ChangeKind.NEW, number: int = 1) -> Known:
    when = DAY - timedelta(days=days_ago)
    return Known(number, item, when, f"https://earlier.example/{number}", "wire", number, change=change)


def judged(item: Figure, *before: Known, url: str = "https://now.example/", **more: object) -> Change:
    (change,) = compare([item], before, published=DAY, url=url, rate=rate, **more)  # type: ignore[arg-type]
    return change


def test_a_first_figure_is_new() -> None:
    assert judged(figure(amount(5))).kind is ChangeKind.NEW


def test_the_same_amount_is_repeated_in_any_currency_rounding_and_bound() -> None:
    told = known(figure(amount(10, "CNY")), days_ago=1)
    for again in (
        amount(10, "CNY"), amount("1.54", "USD", digits=2), amount("10.2", "CNY", digits=1),
        amount(10, "CNY", Bound.ABOUT), amount(10, "CNY", Bound.MORE_THAN), amount(10, "CNY", Bound.UP_TO),
    ):  # fmt: skip
        assert judged(figure(again), told).kind is ChangeKind.REPEATED, again


def test_another_company_s_amount_is_new() -> None:
    assert judged(figure(amount(5), actor=NIO), known(figure(amount(5)))).kind is ChangeKind.NEW


def test_the_main_currency_decides_before_conversions() -> None:
    told = known(figure(amount(21000, "KRW"), also=(figure(amount("16.5", bound=Bound.ABOUT, digits=1)),)))
    now = figure(amount(24000, "KRW"), also=(figure(amount("17.2", bound=Bound.ABOUT, digits=1)),))
    assert judged(now, told).kind is not ChangeKind.REPEATED


def test_conversions_are_not_compared_over_years() -> None:
    told = known(figure(amount(7, "CNY"), "funding_raised"), days_ago=1800)
    assert judged(figure(amount("1.08", digits=2), "funding_raised"), told).kind is ChangeKind.NEW


def test_another_two_billion_a_year_later_is_another_two_billion() -> None:
    told = known(figure(amount(2), part=Part.ADDITIONAL), days_ago=300)
    assert judged(figure(amount(2), part=Part.ADDITIONAL), told).kind is ChangeKind.NEW
    told = known(figure(amount(2), part=Part.ADDITIONAL), days_ago=3)
    assert judged(figure(amount(2), part=Part.ADDITIONAL), told).kind is ChangeKind.REPEATED


def test_the_same_amount_for_a_plant_elsewhere_is_new() -> None:
    told = known(figure(amount(5), target="a battery plant in Kansas"), days_ago=100)
    change = judged(figure(amount(5), target="a battery plant in Ontario"), told)
    assert change.kind is ChangeKind.NEW


@pytest.mark.parametrize(
    ("direction", "kind"), [(Direction.RAISED, ChangeKind.RAISED), (Direction.CUT, ChangeKind.CUT)]
)
def test_a_change_that_the_text_states_carries_both_values(direction: Direction, kind: ChangeKind) -> None:
    old = Mention(amount(22), "$22 billion", 0, 1, "test")
    told = known(figure(amount(22)))
    change = judged(figure(amount(30), direction=direction, prior=old), told)
    assert (change.kind, change.prior, change.prior_quantity) == (kind, told, old.quantity)
    alone = judged(figure(amount(30), direction=direction, prior=old))
    assert (alone.kind, alone.prior, alone.prior_quantity) == (kind, None, old.quantity)


def test_a_raise_without_its_old_value_takes_it_from_what_is_known() -> None:
    told = known(figure(amount(11), part=Part.ANNUAL))
    change = judged(figure(amount(20), part=Part.ANNUAL, direction=Direction.RAISED), told)
    assert (change.kind, change.prior) == (ChangeKind.RAISED, told)


def test_a_known_amount_and_an_addition_make_a_raised_total() -> None:
    told = known(figure(amount("1.29", digits=2)))
    more, total = (
        figure(amount("2.5", digits=1), part=Part.ADDITIONAL),
        figure(amount("3.8", digits=1), part=Part.TOTAL),
    )
    changes = compare([more, total], [told], published=DAY, url="https://now.example/", rate=rate)
    assert [change.kind for change in changes] == [ChangeKind.NEW, ChangeKind.RAISED]
    assert changes[1].prior == told


def test_a_rumour_alerts_is_confirmed_by_the_same_amount_and_is_never_a_prior_value() -> None:
    rumour = known(figure(amount(3), status=Status.RUMOURED), days_ago=1)
    assert judged(figure(amount(3), status=Status.RUMOURED)).kind is ChangeKind.NEW
    assert judged(figure(amount(3), status=Status.RUMOURED), rumour).kind is ChangeKind.REPEATED
    assert judged(figure(amount(3)), rumour).kind is ChangeKind.CONFIRMED
    other = judged(figure(amount(5)), rumour)
    assert (other.kind, other.prior) == (ChangeKind.NEW, None)


def test_what_was_confirmed_is_not_confirmed_again() -> None:
    rumour = known(figure(amount(3), status=Status.RUMOURED), days_ago=2, number=1)
    official = known(figure(amount(3)), days_ago=1, change=ChangeKind.CONFIRMED, number=2)
    assert judged(figure(amount(3)), rumour, official).kind is ChangeKind.REPEATED


def test_a_plan_that_is_dropped_is_withdrawn_once() -> None:
    told = known(figure(amount("153.3", "KRW", digits=1)), days_ago=200)
    change = judged(figure(amount("153.3", "KRW", digits=1), status=Status.CANCELLED), told)
    assert (change.kind, change.prior) == (ChangeKind.WITHDRAWN, told)
    gone = known(figure(amount("153.3", "KRW", digits=1), status=Status.CANCELLED), 1, ChangeKind.WITHDRAWN, number=2)
    assert (
        judged(figure(amount("153.3", "KRW", digits=1), status=Status.CANCELLED), told, gone).kind
        is ChangeKind.REPEATED
    )


def test_a_denial_of_what_nobody_told_is_ignored() -> None:
    assert judged(figure(amount(5), status=Status.DENIED)).kind is ChangeKind.IGNORED


def test_a_publisher_that_corrects_itself_in_words_is_told() -> None:
    wrong = known(figure(amount(285, "CNY")), days_ago=0)
    right = figure(
        amount("28.5", "CNY", digits=1), direction=Direction.CORRECTED, prior=Mention(amount(285, "CNY"), "", 0, 1, "")
    )
    change = judged(right, wrong)
    assert (change.kind, change.prior) == (ChangeKind.CORRECTED, wrong)


def test_an_edited_page_is_compared_with_its_own_earlier_version() -> None:
    first = known(figure(amount(5)), days_ago=0)
    change = judged(figure(amount(6)), first, url=first.url, own=[first])
    assert (change.kind, change.prior) == (ChangeKind.CORRECTED, first)
    assert judged(figure(amount(5)), first, url=first.url, own=[first]).kind is ChangeKind.REPEATED


def test_another_outlet_s_slip_of_digits_is_no_news_while_the_news_is_warm() -> None:
    told = known(figure(amount("28.5", "CNY", digits=1)), days_ago=1)
    assert judged(figure(amount(285, "CNY")), told).kind is ChangeKind.REPEATED


def test_a_number_in_the_wrong_currency_is_no_news_while_the_news_is_warm() -> None:
    told = known(figure(amount("2.2", digits=1), "funding_raised", quote="two"), days_ago=2)
    again = figure(amount("2.2", "EUR", digits=1), "funding_raised", quote="two")
    assert judged(again, told).reason == "another outlet's slip of currency"
    assert judged(again, replace(told, published=DAY - timedelta(days=30))).kind is ChangeKind.NEW
    ten = known(figure(amount(10, "CNY")), days_ago=2)
    assert judged(figure(amount(10, "USD")), ten).kind is not ChangeKind.REPEATED, "round numbers may be two amounts"


def test_the_first_part_paid_of_a_known_sum_is_no_news() -> None:
    told = known(figure(amount("11.5", "CNY", digits=1), "acquisition"), days_ago=40)
    paid = figure(amount("2.3", "CNY", digits=1), "acquisition", part=Part.INITIAL, status=Status.COMPLETED)
    assert judged(paid, told).kind is ChangeKind.REPEATED
    assert judged(replace(paid, status=Status.ANNOUNCED), told).kind is ChangeKind.NEW


def test_two_buyers_at_one_price_are_two_deals_where_the_names_can_be_compared() -> None:
    first = known(figure(amount("11.5", "CNY", digits=1), "acquisition", NIO, quote="NIO buys a tenth"), days_ago=6)
    named = frozenset((*FORD.slugs, *NIO.slugs))
    second = figure(amount("11.5", "CNY", digits=1), "acquisition", quote="Ford buys a tenth at the same price")
    assert judged(second, first, named=named).kind is ChangeKind.NEW
    assert judged(replace(second, quote="福特出资115亿元"), first, named=named).kind is ChangeKind.REPEATED


def test_amounts_that_happen_to_be_alike_are_two_plans_once_the_news_has_cooled() -> None:
    brazil = known(figure(amount("6.5", "CNY", digits=1), quote="In Brazil"), days_ago=40)
    turkey = figure(amount(1), quote="In Turkey")
    assert judged(turkey, brazil).kind is not ChangeKind.REPEATED
    assert judged(turkey, replace(brazil, published=DAY - timedelta(days=1))).kind is ChangeKind.REPEATED


def test_background_and_furniture_never_tell() -> None:
    assert judged(figure(amount(9), standing=Standing.FURNITURE)).kind is ChangeKind.IGNORED
    assert judged(figure(amount(9), standing=Standing.BACKGROUND)).kind is ChangeKind.IGNORED
    told = known(figure(amount(9)), days_ago=700)
    assert judged(figure(amount(9), standing=Standing.BACKGROUND), told).kind is ChangeKind.REPEATED


def test_an_instalment_of_a_known_sum_is_no_news() -> None:
    told = known(figure(amount(7, "CNY"), "funding_raised"), days_ago=60)
    paid = figure(amount("4.8", "CNY", digits=1), "funding_raised", status=Status.COMPLETED, quote="s")
    whole = figure(amount(7, "CNY"), "funding_raised", standing=Standing.BACKGROUND, quote="s")
    kinds = [change.kind for change in compare([paid, whole], [told], published=DAY, url="u", rate=rate)]
    assert kinds == [ChangeKind.REPEATED, ChangeKind.REPEATED]


def test_a_release_that_arrives_late_finds_what_came_after_it() -> None:
    later = known(figure(amount(5)), days_ago=-10)
    assert judged(figure(amount(5)), later).kind is ChangeKind.REPEATED
    assert judged(figure(amount(4)), later).kind is ChangeKind.NEW


def test_figures_of_a_group_meet_while_the_deal_is_fresh() -> None:
    unit = Actor("NIO China", ("nio-china",))
    told = known(figure(amount("3.3", "CNY", digits=1), "funding_raised", unit), days_ago=1)
    kin = {"nio": frozenset({"nio", "nio-china"}), "nio-china": frozenset({"nio", "nio-china"})}
    again = figure(amount("3.3", "CNY", digits=1), "funding_raised", NIO)
    assert judged(again, told, kin=kin).kind is ChangeKind.REPEATED
    old = known(figure(amount("3.3", "CNY", digits=1), "funding_raised", unit), days_ago=400)
    assert judged(again, old, kin=kin).kind is ChangeKind.NEW


def test_one_amount_of_a_plan_is_one_whichever_company_of_a_group_it_is_told_of() -> None:
    unit = Actor("NIO China", ("nio-china",))
    kin = {"nio": frozenset({"nio", "nio-china"}), "nio-china": frozenset({"nio", "nio-china"})}
    plant = {"target": "the battery factory"}
    told = known(figure(amount(4, "CNY"), actor=unit, **plant), days_ago=400)
    assert judged(figure(amount(4, "CNY"), actor=NIO, **plant), told, kin=kin).kind is ChangeKind.REPEATED
    assert judged(figure(amount(4, "CNY"), actor=NIO), told, kin=kin).kind is ChangeKind.NEW


def test_a_figure_of_the_group_is_known_where_the_text_names_the_company_that_announced_it() -> None:
    unit = Actor("NIO China", ("nio-china",))
    kin = {"nio": frozenset({"nio", "nio-china"}), "nio-china": frozenset({"nio", "nio-china"})}
    told = known(figure(amount(4, "CNY"), actor=NIO), days_ago=220)
    again = figure(amount(4, "CNY"), actor=unit)
    assert judged(again, told, kin=kin, named=frozenset({"nio"})).kind is ChangeKind.REPEATED
    assert judged(again, told, kin=kin).kind is ChangeKind.NEW


def test_the_sum_of_a_known_amount_and_a_new_one_is_no_news() -> None:
    told = known(figure(amount("3.1", digits=1)), days_ago=300)
    new, both = figure(amount("3.2", digits=1)), figure(amount("6.3", digits=1), part=Part.TOTAL)
    kinds = [change.kind for change in compare([new, both], [told], published=DAY, url="u", rate=rate)]
    assert kinds == [ChangeKind.NEW, ChangeKind.REPEATED]
    another = replace(both, part=None)
    kinds = [change.kind for change in compare([new, another], [told], published=DAY, url="u", rate=rate)]
    assert kinds == [ChangeKind.NEW, ChangeKind.NEW]


def test_amounts_alike_in_another_currency_and_another_metric_are_two() -> None:
    plant = known(figure(amount("4.5", "EUR", digits=1), target="the plant in Heide"), days_ago=2)
    loan = figure(amount(5, "USD"), "funding_raised", target="the plant in Skellefteå")
    assert judged(loan, plant).kind is ChangeKind.NEW


def test_two_amounts_with_printed_digits_are_two_however_loose_their_bounds() -> None:
    one, other = amount("1.234", "EUR", Bound.UP_TO, digits=3), amount("1.28", "EUR", Bound.UP_TO, digits=2)
    assert not meets(one, other)
    assert meets(amount(500, "EUR", Bound.NEARLY), amount(480, "EUR"))


def test_a_round_up_of_dead_plans_tells_none_that_nobody_heard_of() -> None:
    dead = {"status": Status.CANCELLED}
    mine, theirs = figure(amount(2), **dead), figure(amount(3), actor=NIO, **dead)
    changes = compare([mine, theirs], [], published=DAY, url="https://now.example/", rate=rate)
    assert [change.kind for change in changes] == [ChangeKind.IGNORED, ChangeKind.IGNORED]
    assert judged(mine).kind is ChangeKind.WITHDRAWN


def test_next_year_s_budget_of_the_same_amount_is_new() -> None:
    told = known(figure(amount(9), part=Part.ANNUAL, period=Period(start=2025, end=2025)), days_ago=360)
    now = figure(amount(9), part=Part.ANNUAL, period=Period(start=2026, end=2026))
    assert judged(now, told).kind is ChangeKind.NEW


values = st.decimals(min_value=1, max_value=10**14, allow_nan=False, allow_infinity=False, places=2)


@given(values, st.sampled_from(list(Bound)))
def test_an_amount_always_meets_itself_and_lies_in_its_interval(value: Decimal, bound: Bound) -> None:
    quantity = Quantity(value, value, Unit(UnitKind.MONEY, "USD"), bound, Decimal("0.005"))
    low, high = interval(quantity)
    assert low <= value <= high
    assert meets(quantity, quantity)


@given(st.lists(st.tuples(values, st.sampled_from(["USD", "CNY"])), min_size=1, max_size=6))
def test_every_figure_gets_one_change_and_a_second_reading_tells_nothing(amounts: list[tuple[Decimal, str]]) -> None:
    figures = [figure(Quantity(v, v, Unit(UnitKind.MONEY, code), precision=Decimal("0.005"))) for v, code in amounts]
    first = compare(figures, [], published=DAY, url="u", rate=rate)
    assert len(first) == len(figures)
    told = [known(change.figure, 0, change.kind, n) for n, change in enumerate(first) if change.kind is ChangeKind.NEW]
    again = compare(figures, told, published=DAY, url="v", rate=rate)
    assert {change.kind for change in again} == {ChangeKind.REPEATED}


def test_a_copy_of_a_known_release_says_nothing_however_it_was_read() -> None:
    first = known(figure(amount(5), actor=NIO), days_ago=1)
    misread = figure(amount(5), "funding_raised", FORD)
    change = judged(misread, copied=[first])
    assert (change.kind, change.prior) == (ChangeKind.REPEATED, first)
    assert judged(figure(amount(8)), copied=[first]).kind is ChangeKind.NEW, "what the copy adds is told"


def test_companies_that_fill_in_one_template_are_no_copies_of_each_other() -> None:
    first = known(figure(amount(5), actor=NIO), days_ago=1)
    same_words = figure(amount(5), actor=FORD)
    assert judged(same_words, copied=[first], named=frozenset(FORD.slugs)).kind is ChangeKind.NEW
    assert judged(same_words, copied=[first], named=frozenset((*FORD.slugs, *NIO.slugs))).kind is ChangeKind.REPEATED


def test_a_plan_that_tells_itself_apart_is_another_even_of_the_same_amount() -> None:
    porto = known(figure(amount(3), target="a battery plant in Porto"), days_ago=1)
    beside = figure(amount(3), target="van works in Leon", quote="3 billion in van works in Leon, on top of Porto")
    assert judged(beside, porto).kind is ChangeKind.NEW
    another = figure(amount(3), target="a second plant in Leon", part=Part.ADDITIONAL, quote="another 3 billion")
    assert judged(another, porto).kind is ChangeKind.NEW
    retold = figure(amount(3), target="van works in Leon", quote="3 billion in van works in Leon")
    assert judged(retold, porto).kind is ChangeKind.REPEATED, "outlets name places of their own for a day or two"


def test_the_same_number_of_one_unit_is_no_slip_of_currency() -> None:
    told = known(figure(amount(31), target="a plant in Porto"), days_ago=1)
    beside = figure(amount(31), target="works in Leon", quote="31 billion for works in Leon, beside the plant in Porto")
    assert judged(beside, told).kind is ChangeKind.NEW


def test_a_dollar_sign_that_nothing_settles_may_be_any_dollar() -> None:
    told = known(figure(amount("1.6", "CAD", digits=1)), days_ago=60)
    plain = figure(amount("1.6", "USD", digits=1))
    bare = replace(plain, mention=replace(plain.mention, settled_by="default"))
    assert judged(bare, told).kind is ChangeKind.REPEATED
    assert judged(plain, told).kind is not ChangeKind.REPEATED, "two months later, and said to be US dollars"
    other = replace(bare, mention=replace(bare.mention, quantity=amount("1.7", "USD", digits=1)))
    assert judged(other, told).kind is not ChangeKind.REPEATED


def test_neighbours_in_the_last_digit_are_two_amounts() -> None:
    assert not meets(amount("3.1", digits=1), amount("3.2", digits=1))
    assert meets(amount("3.15", digits=2), amount("3.2", digits=1))
    assert (
        judged(figure(amount("2.5", digits=1)), known(figure(amount("2.4", digits=1)))).kind is not ChangeKind.REPEATED
    )
