"""Quantity in, the amount as people write it out: "about 10 billion US dollars", "7.34 billion euros".

No digit that was printed is lost, and none is invented: 7.34 stays 7.34, "1.50 billion" stays 1.50, and an amount that
no scale writes shortly is written in full ("13,574,982,113 yuan"). Only `write_converted` rounds, and says "about".
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from parsers.types import Bound, Quantity, Unit, UnitKind

# Short scale, as English-language financial news prints it.
SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
PLAIN = (Decimal(1), "")

LONGEST_FRACTION = 3  # more decimals than this are harder to read than the full number: 13.574982 billion

# ISO 4217 code: (one, many), as English prints them. A code that is missing here is written as the code.
CURRENCIES = {
    "AED": ("dirham", "dirhams"),
    "AUD": ("Australian dollar", "Australian dollars"),
    "BRL": ("real", "reais"),
    "CAD": ("Canadian dollar", "Canadian dollars"),
    "CHF": ("Swiss franc", "Swiss francs"),
    "CLP": ("Chilean peso", "Chilean pesos"),
    "CNY": ("yuan", "yuan"),
    "CZK": ("Czech koruna", "Czech korunas"),
    "DKK": ("Danish krone", "Danish kroner"),
    "EUR": ("euro", "euros"),
    "GBP": ("pound", "pounds"),
    "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "HUF": ("forint", "forints"),
    "IDR": ("rupiah", "rupiah"),
    "ILS": ("shekel", "shekels"),
    "INR": ("rupee", "rupees"),
    "JPY": ("yen", "yen"),
    "KRW": ("won", "won"),
    "MAD": ("Moroccan dirham", "Moroccan dirhams"),
    "MXN": ("Mexican peso", "Mexican pesos"),
    "MYR": ("ringgit", "ringgit"),
    "NOK": ("Norwegian krone", "Norwegian kroner"),
    "NZD": ("New Zealand dollar", "New Zealand dollars"),
    "PHP": ("Philippine peso", "Philippine pesos"),
    "PKR": ("Pakistani rupee", "Pakistani rupees"),
    "PLN": ("zloty", "zlotys"),
    "RON": ("leu", "lei"),
    "RUB": ("rouble", "roubles"),
    "SAR": ("riyal", "riyals"),
    "SEK": ("Swedish krona", "Swedish kronor"),
    "SGD": ("Singapore dollar", "Singapore dollars"),
    "THB": ("baht", "baht"),
    "TRY": ("Turkish lira", "Turkish lira"),
    "TWD": ("New Taiwan dollar", "New Taiwan dollars"),
    "USD": ("US dollar", "US dollars"),
    "VND": ("dong", "dong"),
    "ZAR": ("rand", "rand"),
}
IRREGULAR = {"person": "people", "battery": "batteries", "factory": "factories", "company": "companies", "": ""}


def write_amount(quantity: Quantity) -> str:
    """The quantity in English words, with its bound, unit and rate: "at least 500 million euros a year"."""
    bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value} "
    return f"{bound}{write_value(quantity)}"


def write_value(quantity: Quantity) -> str:
    """As `write_amount`, without the bound."""
    if quantity.low == quantity.high:
        numbers = _number(quantity.low, quantity.precision, _scale(quantity.low))
    else:
        numbers = _span(quantity.low, quantity.precision, quantity.high, quantity.precision, quantity.unit)
    return f"{numbers}{write_unit(quantity.unit, one=quantity.low == quantity.high == 1)}"


def write_step(old: Quantity, new: Quantity) -> str:
    """Two values of one plan, the common part said once: "24 to 30 trillion won"."""
    plain = all(quantity.bound is Bound.EXACT and quantity.low == quantity.high for quantity in (old, new))
    if not (plain and old.unit == new.unit):
        return f"{write_amount(old)} to {write_amount(new)}"
    return f"{_span(old.low, old.precision, new.low, new.precision, new.unit)}{write_unit(new.unit)}"


def write_percent(old: Quantity, new: Quantity) -> str:
    """By how much the value changed, "+25 %" or "−8.3 %"; "" where the two cannot be divided."""
    before, after = (old.low + old.high) / 2, (new.low + new.high) / 2
    if old.unit != new.unit or old.unit.kind is UnitKind.PERCENT or before <= 0:
        return ""
    change = (after - before) / before * 100
    digits = "0.1" if abs(change) < 10 else "1"
    shown = abs(change).quantize(Decimal(digits), ROUND_HALF_UP)
    sign = "+" if change > 0 else "−"
    return f"{sign}{_trim(shown)} %" if shown else ""


def write_converted(amount: Decimal, code: str) -> str:
    """An amount that we computed ourselves, to three digits: "about 1.52 billion US dollars"."""
    rounded = Context(prec=3, rounding=ROUND_HALF_UP).create_decimal(amount)
    quantity = Quantity(rounded, rounded, Unit(UnitKind.MONEY, code), Bound.ABOUT, Decimal(0))
    return write_amount(quantity)


def write_unit(unit: Unit, *, one: bool = False) -> str:
    """What follows the number, with its leading space: " yuan", " %", " vehicles a year"."""
    return f"{_noun(unit, one)}{_per(unit.per)}"


def _noun(unit: Unit, one: bool) -> str:
    if unit.kind is UnitKind.MONEY:
        return f" {_currency(unit, one)}"
    if unit.kind is UnitKind.PERCENT:
        return " %" if unit.code in ("", "percent") else f" {unit.code}{'' if one else 's'}"
    if unit.kind is UnitKind.COUNT and unit.code:
        return f" {unit.code if one else _plural(unit.code)}"
    return f" {unit.code}" if unit.code else ""


def _currency(unit: Unit, one: bool) -> str:
    """The currency's name; every candidate where nothing settled a shared sign."""
    if unit.code:
        return CURRENCIES.get(unit.code, (unit.code, unit.code))[0 if one else 1]
    return " or ".join(unit.candidates) or "of an unknown currency"


def _plural(noun: str) -> str:
    return IRREGULAR.get(noun, noun if noun.endswith("s") else f"{noun}s")


def _per(per: str) -> str:
    if not per:
        return ""
    return f" a {per}" if per in ("year", "quarter", "month", "week", "day", "share", "vehicle") else f" per {per}"


def _span(first: Decimal, first_precision: Decimal, second: Decimal, second_precision: Decimal, unit: Unit) -> str:
    """Two numbers, their scale said once where it is the same."""
    scale, other = _scale(first), _scale(second)
    if scale == other:
        return f"{_digits(first, first_precision, scale[0])} to {_number(second, second_precision, scale)}"
    between = write_unit(unit) if unit.kind is UnitKind.MONEY else ""
    return f"{_number(first, first_precision, scale)}{between} to {_number(second, second_precision, other)}"


def _number(value: Decimal, precision: Decimal, scale: tuple[Decimal, str]) -> str:
    return f"{_digits(value, precision, scale[0])} {scale[1]}".rstrip()


def _scale(value: Decimal) -> tuple[Decimal, str]:
    """The largest scale that writes the value in a few digits."""
    for size, word in SCALES:
        if abs(value) >= size:
            return (size, word) if _fraction(value / size) <= LONGEST_FRACTION else PLAIN
    return PLAIN


def _digits(value: Decimal, precision: Decimal, size: Decimal) -> str:
    scaled = value / size
    needed = _fraction(scaled)
    return f"{scaled:,.{max(needed, _printed(precision / size)) if needed else 0}f}"


def _fraction(value: Decimal) -> int:
    """How many decimals the value needs."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _printed(half: Decimal) -> int:
    """How many decimals were printed, from half a unit of the last digit: 0.005 tells two.

    One or two are kept ("1.50 billion"). More only come from another scale ("10,000 million" is not "10.000 billion"),
    and so do zeros alone: 100亿 is not "10.0 billion".
    """
    decimals = _fraction(half * 2) if half else 0
    return decimals if decimals <= 2 else 0


def _trim(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
