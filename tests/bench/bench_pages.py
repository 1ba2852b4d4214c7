"""Cleaning pages, beside trafilatura: accuracy, leaks, losses, speed, memory. Run by hand:

    PYTHONPATH=. python tests/bench/bench_pages.py SHARED

where SHARED is the folder with `tools/score_pages.py` and `data/pages/`. The pages of one site are cleaned twice, the
second time with what the first has taught.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

SETS = ("aeb", "wcxb", "furniture")
OURS = "tests.bench.adapters:page"
SHOWN = ("f1", "recall", "accuracy", "tail_junk_pages", "money_precision", "money_recall", "pages_with_false_money")


def main(shared: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "scores.json"
        sets = [argument for name in SETS for argument in ("-d", str(shared / "data/pages" / name))]
        tool = [sys.executable, str(shared / "tools/score_pages.py"), "-e", "trafilatura", "-e", OURS, *sets]
        subprocess.run([*tool, "--out", str(out)], check=True)
        scores = json.loads(out.read_text(encoding="utf-8"))
    for name, told in scores.items():
        for extractor, row in told["extractors"].items():
            figures = " ".join(f"{key}={row[key]:.3f}" for key in SHOWN if key in row)
            segments = row.get("segments", {})
            print(f"{Path(name).name:10} {extractor.split(':')[0]:22} {row['pages_per_cpu_s']:6.1f}/s", figures)
            print(f"{'':33} leaked={segments.get('leaked', '-')} lost={segments.get('lost', '-')}"
                  f" perfect={segments.get('perfect_pages', '-')} memory={row['rss_peak_mb']:.0f} MB")  # fmt: skip
    print_one_site(shared / "data/pages/furniture/one_site")


def print_one_site(folder: Path) -> None:
    from tests.bench.adapters import page

    cases = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
    pages = [((folder / case["file"]).read_text(encoding="utf-8"), case["url"]) for case in cases]
    for _ in range(2):
        texts = [page(*each) for each in pages]
    leaked = [drop for case, text in zip(cases, texts, strict=True) for drop in case["must_drop"] if drop in text]
    lost = [keep for case, text in zip(cases, texts, strict=True) for keep in case["must_keep"] if keep not in text]
    print(f"one site, its pages seen: leaked {leaked}, lost {lost}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
