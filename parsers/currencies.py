"""Table: ISO 4217 codes, the countries that use them, the signs that mean them, and the signs that several share.

Sources: ISO 4217 (codes, with the funds and metals left out, and the European currencies that the euro replaced kept for
old texts); Unicode's currency signs; the prefixed dollar signs as the trade press writes them.
"""

from __future__ import annotations

from types import MappingProxyType

# Code: the countries (ISO 3166) where a shared sign means it.
COUNTRIES = MappingProxyType({
    "USD": ("US", "EC", "SV", "PA", "PR"), "EUR": ("DE", "FR", "IT", "ES", "NL", "BE", "AT", "IE", "PT", "FI",
    "GR", "SK"),
    "CNY": ("CN",), "JPY": ("JP",), "KRW": ("KR",), "GBP": ("GB", "UK"), "HKD": ("HK",), "TWD": ("TW",),
    "AUD": ("AU",),
    "CAD": ("CA",), "SGD": ("SG",), "NZD": ("NZ",), "CHF": ("CH", "LI"), "INR": ("IN",), "PKR": ("PK",),
    "LKR": ("LK",),
    "NPR": ("NP",), "SEK": ("SE",), "NOK": ("NO",), "DKK": ("DK",), "ISK": ("IS",), "CZK": ("CZ",), "MXN": ("MX",),
    "PHP": ("PH",), "ARS": ("AR",), "CLP": ("CL",), "COP": ("CO",), "UYU": ("UY",), "DOP": ("DO",), "CUP": ("CU",),
    "EGP": ("EG",), "LBP": ("LB",), "SYP": ("SY",), "TRY": ("TR",), "SAR": ("SA",), "QAR": ("QA",), "IRR": ("IR",),
    "OMR": ("OM",), "YER": ("YE",), "KWD": ("KW",), "RSD": ("RS",), "JOD": ("JO",), "BHD": ("BH",), "IQD": ("IQ",),
    "DZD": ("DZ",), "TND": ("TN",), "AED": ("AE",), "MAD": ("MA",), "BRL": ("BR",), "RUB": ("RU",), "XOF": ("SN",
    "CI"),
    "MOP": ("MO",), "THB": ("TH",), "MYR": ("MY",), "IDR": ("ID",), "VND": ("VN",), "PLN": ("PL",), "HUF": ("HU",),
    "ZAR": ("ZA",), "ILS": ("IL",),
})  # fmt: skip

CODES = frozenset(

       "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP "

       "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR "

       "ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT "

       "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD "

       "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV "
    "WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC ETH "
    "ATS BEF DEM ESP FIM FRF GRD IEP ITL NLG PTE".split()
)

# Codes that are also words of a language ("ALL", "TRY", "TOP"): money only in capitals.
WORDLIKE = frozenset("ALL TRY TOP MOP GEL LAK SOS BAM MAD PEN CUP ERN ETH BOB COP AMD ANG ISK BAM".split())

# Signs and customary short forms that mean one currency, in lower case.
SIGNS = MappingProxyType({
    "us$": "USD", "u.s.$": "USD", "u.s. $": "USD", "us $": "USD", "usd$": "USD", "$us": "USD", "$usd": "USD",
    "us dollars": "USD",
    "hk$": "HKD", "hk $": "HKD", "hkd$": "HKD", "nt$": "TWD", "nt $": "TWD", "ntd": "TWD", "twd$": "TWD",
    "nt dollars": "TWD",
    "a$": "AUD", "au$": "AUD", "aud$": "AUD", "$a": "AUD", "c$": "CAD", "ca$": "CAD", "cad$": "CAD", "cdn$": "CAD",
    "can$": "CAD", "c $": "CAD", "$ca": "CAD", "$cad": "CAD", "$cdn": "CAD", "s$": "SGD", "sg$": "SGD",
    "sgd$": "SGD", "nz$": "NZD", "nzd$": "NZD",
    "mx$": "MXN", "mex$": "MXN", "mxn$": "MXN", "mex $": "MXN", "r$": "BRL", "brl$": "BRL", "r $": "BRL",
    "ar$": "ARS", "clp$": "CLP",
    "col$": "COP", "cop$": "COP", "mop$": "MOP", "u$s": "USD", "u$": "USD", "us-$": "USD", "j$": "JMD", "u$d": "USD", "z$": "ZWL",
    "€": "EUR", "eur€": "EUR", "€ur": "EUR", "rmb": "CNY", "cnh": "CNY", "rmb¥": "CNY", "cn¥": "CNY",
    "rmb ¥": "CNY", "cny¥": "CNY",
    "jp¥": "JPY", "jpy¥": "JPY", "₩": "KRW", "krw₩": "KRW", "￦": "KRW", "₹": "INR", "inr.": "INR", "₽": "RUB",
    "₺": "TRY",
    "₫": "VND", "₱": "PHP", "฿": "THB", "₪": "ILS", "₴": "UAH", "₦": "NGN", "₡": "CRC", "₸": "KZT", "₿": "BTC",
    "₾": "GEL",
    "zł": "PLN", "kč": "CZK", "sfr": "CHF", "sfr.": "CHF", "fr.": "CHF", "rm": "MYR", "nis": "ILS",
    "tl": "TRY",
    "gbp£": "GBP", "dm": "DEM", "rs.m": "INR", "dh": "AED", "dhs": "AED", "le": "EGP", "l.e": "EGP",
    "l.e.": "EGP", "rp": "IDR",
    "skr": "SEK", "nkr": "NOK", "dkr": "DKK", "s/": "PEN", "₲": "PYG", "b/.": "PAB", "₵": "GHS", "៛": "KHR",
})  # fmt: skip

# Short forms that are words or units elsewhere: money only in front of the number.
ONLY_BEFORE = frozenset(
    {"s/", "b/.", "fr.", "c $", "r $", "us $", "u.s. $", "rp", "nt $", "hk $", "mex $", "j$", "z$"}
)
# ... and only behind it.
ONLY_AFTER = frozenset(
    {"le", "l.e", "l.e.", "tl", "kč", "zł", "dm", "dh", "dhs", "$us", "$ca", "$a", "€ur", "$cad", "$usd", "$cdn"}
)

# Signs and words that several currencies share; candidates with the likeliest first.
SHARED = MappingProxyType({
    "$": ("USD", "CAD", "AUD", "HKD", "SGD", "TWD", "NZD", "MXN", "ARS", "CLP", "COP"),
    "¥": ("CNY", "JPY"),
    "元": ("CNY", "TWD", "HKD"),
    "£": ("GBP", "EGP", "LBP", "SYP"),
    "kr": ("SEK", "NOK", "DKK", "ISK", "CZK"),
    "Rs": ("INR", "PKR", "LKR", "NPR", "IDR"),
    "peso": ("MXN", "PHP", "ARS", "CLP", "COP", "UYU", "DOP", "CUP"),
    "franc": ("CHF", "FRF", "BEF", "XOF"),
    "lira": ("TRY", "ITL", "SYP", "LBP"),
    "riyal": ("SAR", "QAR", "YER", "OMR"),
    "rial": ("IRR", "OMR", "YER"),
    "dinar": ("KWD", "RSD", "JOD", "BHD", "IQD", "DZD", "TND"),
    "dirham": ("AED", "MAD"),
})  # fmt: skip

# How the shared signs are printed, in lower case.
SHARED_SIGNS = MappingProxyType({
    "$": "$", "¥": "¥", "元": "元", "£": "£", "kr": "kr", "kr.": "kr", "rs": "Rs", "rs.": "Rs", "₨": "Rs",
    "円": "JPY", "圓": "元",
    "원": "KRW", "fr": "franc",
})  # fmt: skip

SHARED_ONLY_AFTER = frozenset({"元", "円", "圓", "원", "fr"})

# What a shared sign means in a language where nothing else settles it; absent where the language does not say.
BY_LANGUAGE = MappingProxyType({
    ("zh", "¥"): "CNY", ("zh", "元"): "CNY", ("ja", "¥"): "JPY", ("ja", "元"): "CNY", ("en", "元"): "CNY", ("ko", "元"): "CNY",
    ("de", "元"): "CNY", ("fr", "元"): "CNY", ("de", "franc"): "CHF", ("it", "lira"): "ITL",
})  # fmt: skip

_BY_COUNTRY = {country: code for code, countries in COUNTRIES.items() for country in countries}


def of_country(country: str) -> str:
    """The currency of a country (ISO 3166, any case) that shared signs mean there; "" where we do not know."""
    return _BY_COUNTRY.get(country.upper(), "")


def of_site(site: str) -> str:
    """The currency that shared signs mean on a host, by its top-level domain; "" for ".com" and its like."""
    return of_country(site.rpartition(".")[2]) if "." in site else ""
