"""Table: ISO 4217 codes, the countries that use them, the signs that mean them, and the signs that several share.

Sources: ISO 4217 (without funds and metals; with the European currencies that the euro replaced, for old texts),
Unicode's currency signs, and the prefixed dollar signs as the trade press writes them. Signs are in lower case.
"""

from __future__ import annotations

from types import MappingProxyType


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CODES = _words("""
    AED AFN ALL ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
    WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC ETH ATS BEF DEM ESP FIM FRF GRD IEP ITL NLG PTE
""")

# Codes that are also words or names ("All 70", "Top 3", "COP 28", "PHP 8", German "dem"): money only in capitals, and
# only an amount of LEAST_WORDLIKE or more. AMD and NIO are left out of the codes: in our texts they are companies.
WORDLIKE = _words("ALL ANG BAM BOB COP CUP DEM ERN ETH FIM GEL ISK LAK MAD MOP MUR PEN PHP RON SAR SOS TOP TRY")
LEAST_WORDLIKE = 100

# A code and the countries (ISO 3166) where a sign that several currencies share means it.
_COUNTRIES = """
    USD US EC SV PA PR | CNY CN | JPY JP | KRW KR | GBP GB UK | HKD HK | TWD TW | AUD AU | CAD CA | SGD SG | NZD NZ
    EUR DE FR IT ES NL BE AT IE PT FI GR SK | CHF CH LI | INR IN | PKR PK | LKR LK | NPR NP | SEK SE | NOK NO | DKK DK
    ISK IS | CZK CZ | MXN MX | PHP PH | ARS AR | CLP CL | COP CO | UYU UY | DOP DO | CUP CU | EGP EG | LBP LB | SYP SY
    TRY TR | SAR SA | QAR QA | IRR IR | OMR OM | YER YE | KWD KW | RSD RS | JOD JO | BHD BH | IQD IQ | DZD DZ | TND TN
    AED AE | MAD MA | BRL BR | RUB RU | XOF SN CI | MOP MO | THB TH | MYR MY | IDR ID | VND VN | PLN PL | HUF HU
    ZAR ZA | ILS IL
"""

# Signs and customary short forms that mean one currency.
SIGNS = MappingProxyType({
    "us$": "USD", "u.s.$": "USD", "u.s. $": "USD", "us $": "USD", "usd$": "USD", "us-$": "USD", "u$s": "USD",
    "u$": "USD", "u$d": "USD", "$us": "USD", "$usd": "USD", "hk$": "HKD", "hk $": "HKD", "hkd$": "HKD", "nt$": "TWD",
    "nt $": "TWD", "ntd": "TWD", "twd$": "TWD", "a$": "AUD", "au$": "AUD", "aud$": "AUD", "$a": "AUD", "c$": "CAD",
    "ca$": "CAD", "cad$": "CAD", "cdn$": "CAD", "can$": "CAD", "c $": "CAD", "$ca": "CAD", "$cad": "CAD",
    "$cdn": "CAD", "s$": "SGD", "sg$": "SGD", "sgd$": "SGD", "nz$": "NZD", "nzd$": "NZD", "mx$": "MXN", "mex$": "MXN",
    "mex $": "MXN", "mxn$": "MXN", "ar$": "ARS", "clp$": "CLP", "col$": "COP", "cop$": "COP", "mop$": "MOP",
    "j$": "JMD", "z$": "ZWL", "r$": "BRL", "r $": "BRL", "brl$": "BRL", "€": "EUR", "eur€": "EUR", "€ur": "EUR",
    "gbp£": "GBP", "rmb": "CNY", "cnh": "CNY", "cn¥": "CNY", "cny¥": "CNY", "rmb¥": "CNY", "rmb ¥": "CNY",
    "jp¥": "JPY", "jpy¥": "JPY", "₩": "KRW", "krw₩": "KRW", "₹": "INR", "inr.": "INR", "₽": "RUB", "₺": "TRY",
    "₫": "VND", "₱": "PHP", "฿": "THB", "₪": "ILS", "₴": "UAH", "₦": "NGN", "₡": "CRC", "₸": "KZT", "₿": "BTC",
    "₾": "GEL", "₲": "PYG", "₵": "GHS", "៛": "KHR", "zł": "PLN", "kč": "CZK", "sfr": "CHF", "sfr.": "CHF",
    "fr.": "CHF", "rm": "MYR", "nis": "ILS", "tl": "TRY", "dm": "DEM", "dh": "AED", "dhs": "AED",
    "rp": "IDR", "skr": "SEK", "nkr": "NOK", "dkr": "DKK", "s/": "PEN", "b/.": "PAB",
    "円": "JPY", "원": "KRW", "r": "ZAR", "ksh": "KES", "kshs": "KES", "ush": "UGX", "tsh": "TZS",
})  # fmt: skip

# Signs that are also letters of names: money only in capitals, and only where a scale follows ("R78bn", never "R 32").
SCALED_ONLY = frozenset({"R"})

# How the signs that several currencies share are printed: the key of SHARED that each means.
SHARED_SIGNS = MappingProxyType({
    "$": "$", "¥": "¥", "元": "元", "圓": "元", "£": "£", "kr": "kr", "kr.": "kr", "rs": "Rs", "rs.": "Rs", "₨": "Rs",
})  # fmt: skip

# What a shared sign or word may mean, the likeliest first.
SHARED = MappingProxyType({
    "$": ("USD", "CAD", "AUD", "HKD", "SGD", "TWD", "NZD", "MXN", "ARS", "CLP", "COP"),
    "¥": ("CNY", "JPY"),
    "元": ("CNY", "TWD", "HKD"),
    "£": ("GBP", "EGP", "LBP", "SYP"),
    "kr": ("SEK", "NOK", "DKK", "ISK", "CZK"),
    "krone": ("NOK", "DKK"),
    "Rs": ("INR", "PKR", "LKR", "NPR", "IDR"),
    "peso": ("MXN", "PHP", "ARS", "CLP", "COP", "UYU", "DOP", "CUP"),
    "franc": ("CHF", "FRF", "BEF", "XOF"),
    "lira": ("TRY", "ITL", "SYP", "LBP"),
    "riyal": ("SAR", "QAR", "YER", "OMR"),
    "rial": ("IRR", "OMR", "YER"),
    "dinar": ("KWD", "RSD", "JOD", "BHD", "IQD", "DZD", "TND"),
    "dirham": ("AED", "MAD"),
})  # fmt: skip

# Short forms that are words or units elsewhere: money only in front of a number, or only behind it.
ONLY_BEFORE = frozenset(
    ("s/", "b/.", "fr.", "c $", "r $", "us $", "u.s. $", "rp", "nt $", "hk $", "mex $", "j$", "z$", "r", "ksh", "kshs",
     "ush", "tsh")
)
ONLY_AFTER = frozenset(
    ("tl", "kč", "zł", "dm", "dh", "dhs", "$us", "$ca", "$a", "€ur", "$cad", "$usd", "$cdn")
) | {"元", "円", "圓", "원"}

# What a shared sign means in a language where nothing nearer settles it; absent where the language does not say.
BY_LANGUAGE = MappingProxyType({
    ("zh", "¥"): "CNY", ("zh", "元"): "CNY", ("ja", "¥"): "JPY", ("ja", "元"): "CNY", ("ko", "元"): "CNY",
    ("en", "元"): "CNY", ("de", "franc"): "CHF", ("it", "lira"): "ITL",
})  # fmt: skip

_BY_COUNTRY = {
    country: code
    for row in _COUNTRIES.replace("\n", "|").split("|")
    if row.strip()
    for code, *countries in [row.split()]
    for country in countries
}


def of_country(country: str) -> str:
    """The currency of a country (ISO 3166, any case) that shared signs mean there; "" where we do not know."""
    return _BY_COUNTRY.get(country.upper(), "")


def of_site(site: str) -> str:
    """The currency that shared signs mean on a host, by its top-level domain; "" for ".com" and its like."""
    return of_country(site.rpartition(".")[2]) if "." in site else ""
