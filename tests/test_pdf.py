"""Filings that come as PDF: paragraphs, title, date; and every broken file a refusal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.errors import PageUnreadable
from parsers.release import REASONS, read_release
from tests.page_cases import captured

PAGES = [
    [
        "Moonrise Motor Company Limited",
        "(Incorporated in the Cayman Islands with limited liability)",
        "VOLUNTARY ANNOUNCEMENT",
        "The board of directors announces that the Company will establish a wholly-owned subsidiary",
        "to operate the smart electric vehicle business, with an initial investment of 10 billion",
        "yuan over the first years.",
        "- 1 -",
    ],
    [
        "Moonrise Motor Company Limited",
        "Shareholders are advised to exercise caution when dealing in the shares of the Company, as",
        "the business is at an early stage.",
        "- 2 -",
    ],
    ["Moonrise Motor Company Limited", "By order of the Board.", "- 3 -"],
]


def pdf(pages: list[list[str]], title: str = "Voluntary announcement") -> bytes:
    """A small PDF with one line of text under another, written as the format's first chapter has it."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, lines in enumerate(pages):
        shown = " T* ".join("({}) Tj".format(line.replace("(", r"\(").replace(")", r"\)")) for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 60 760 Td {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< /Title ({title}) /CreationDate (D:20210330190000+08'00') >>")
    body, offsets = "%PDF-1.4\n", []
    for number, thing in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{thing}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + f"xref\n0 {size}\n0000000000 65535 f \n" + table + trailer).encode("latin-1")


def test_a_filing_is_read_as_paragraphs() -> None:
    release = read_release(captured(pdf(PAGES), "https://filings.example.com/2021033000.pdf", "application/pdf"))
    assert release.title == "Voluntary announcement"
    assert any("with an initial investment of 10 billion yuan over" in block.text for block in release.blocks)
    assert (release.language, str(release.published)) == ("en", "2021-03-30 11:00:00+00:00")


def test_running_heads_and_page_numbers_are_no_paragraphs() -> None:
    text = read_release(captured(pdf(PAGES))).text
    assert "Moonrise Motor Company Limited" not in text
    assert "- 2 -" not in text


def test_a_long_report_is_refused() -> None:
    with pytest.raises(PageUnreadable) as refusal:
        read_release(captured(pdf([["A page of many."]] * 61)))
    assert refusal.value.reason == "too large"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=30))
def test_a_damaged_filing_is_read_or_refused_by_name(at: int, damage: bytes) -> None:
    body = pdf(PAGES)
    broken = body[:12] + (body[12:at] if at > 12 else b"") + damage + body[at + len(damage) :]
    reason = ""
    try:
        read_release(captured(broken))
    except PageUnreadable as refusal:
        reason = refusal.reason
    assert reason in ("", *REASONS)
