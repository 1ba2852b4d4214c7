"""How fast meaning is read. Run by hand: `PYTHONPATH=. .venv/bin/python tests/bench/bench_figures.py [MEGABYTES]`.

Prints megabytes of text a second for `read_figures` and, beside it, for `read_quantities` alone, on our own text, which
is denser than news, and the cost of one megabyte of hostile text against one of news. With `--news FOLDER`, a set of
pages with their texts (`ground-truth.json`: name -> "articleBody"), on its English articles. CPU seconds, the best of
three.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from py3langid import classify

from parsers.figures import read_figures
from parsers.quantities import read_quantities
from parsers.release import release_from_text
from tests.bench.adapters import companies

NEWS = """\
Polestar said on Monday that it had opened its new engine shop outside Gothenburg. The company, which is owned
by Geely, will invest 1.2 billion kronor ($115 million) in the site until 2028. Chief executive Michael
Lohscheller said the board had looked at several places before it chose the one on the coast, close to the
harbour and to a railway.

The carmaker delivered 12,304 cars in the third quarter, 13% more than a year earlier, and lost $365 million.
Analysts had expected more. In the afternoon the shares fell by four percent, while the wider market was
little changed.

Neighbours have complained of the noise. The mayor answered that the road would be finished in spring, that a
wall would be built, and that nobody had to fear for the old trees along the river, some of which were planted
before the war.

"""
HOSTILE = {
    "digits": "9" * 40 + " ",
    "commas": "1,000,000,",
    "number words": "one hundred million billion ",
    "signs": "$€¥£",
    "cues": "invest invest $1 billion in in in Ford Ford ",
    "capitals": "Ab Cd Ef Gh Ij Kl ",
}


def on_news(folder: Path) -> None:
    """Print what real articles cost."""
    truth = json.loads(next(folder.glob("*.json")).read_text(encoding="utf-8"))
    texts = [text for page in truth.values() if (text := page.get("articleBody")) and classify(text)[0] == "en"]
    size = sum(len(text.encode()) for text in texts)
    for name, read in (("read_quantities", lambda text: read_quantities(text, "en")), ("read_figures", _read)):
        seconds = min(_seconds(lambda read=read: [read(text) for text in texts]) for _ in range(3))
        print(f"{len(texts)} articles, {size / 1e3:.0f} kB: {name} {size / 1e6 / seconds:.2f} MB/s")


def on_own(megabytes: float) -> None:
    """Print the table."""
    size = int(megabytes * 1_000_000)
    article = _filled(NEWS, 5_000)
    count = max(1, size // len(article))
    numbers = _rate(lambda: read_quantities(article, "en"), count, len(article))
    meaning = _rate(lambda: _read(article), count, len(article))
    print(f"articles of 5 kB: read_quantities {numbers:.2f} MB/s, read_figures {meaning:.2f} MB/s")
    news = _seconds(lambda: _read(_filled(NEWS, size)))
    print(f"one text of {megabytes} MB: news {news:.2f} s")
    for name, piece in HOSTILE.items():
        seconds = _seconds(lambda piece=piece: _read(_filled(piece, size)))
        print(f"  {name:14} {seconds:.2f} s = {seconds / news:.1f} x news")


def _read(text: str) -> None:
    read_figures(release_from_text(text, language="en"), companies())


def _filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _rate(work: Callable[[], object], count: int, length: int) -> float:
    work()
    return count * length / 1e6 / _seconds(lambda: [work() for _ in range(count)])


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", nargs="?", type=float, default=1.0)
    parser.add_argument("--news", type=Path, help="a folder of pages with their texts")
    asked = parser.parse_args()
    on_news(asked.news) if asked.news else on_own(asked.megabytes)
