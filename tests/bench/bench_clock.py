"""A clock that is set under `outlay serve`. In: nothing. Out: what it made of it, and what arrived when.

    python -m tests.bench.bench_clock [--hours 3]    # set forward by so many, then back (needs a C compiler)

The clock of the machine is left alone: a small library shows `serve`, and all that it starts, another time of day
(shifted_clock.c). Eight companies announce an investment each before, eight after it was set forward, and eight after
it was set back.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

from tests.bench.unlucky import open_room, report
from tests.serving import serve

SOURCE = Path(__file__).with_name("shifted_clock.c")
EVERY = 5  # seconds between runs of `watch`


class Clock:
    """The time of day that this process's children see."""

    def __init__(self, folder: Path) -> None:
        self.library, self.file = folder / "shifted_clock.so", folder / "shift"
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", self.library, SOURCE], check=True)
        self.set_to(0)

    def set_to(self, hours: float) -> None:
        """So far ahead of the machine's."""
        new = self.file.with_suffix(".new")
        new.write_text(str(int(hours * 3600)), encoding="utf-8")
        new.replace(self.file)

    @property
    def variables(self) -> dict[str, str]:
        return {"LD_PRELOAD": str(self.library), "SHIFT_FILE": str(self.file)}


def jump(folder: Path, hours: float) -> None:
    clock = Clock(folder)
    (home := folder / "home").mkdir()
    with open_room(home) as room:
        os.environ |= clock.variables  # this process itself began without the library
        with serve(home, "--every", str(EVERY)) as serving:
            serving.until(lambda: serving.says("up: "))
            room.tell(0)
            room.arrives(1, "before")
            for eight, ahead, how in ((1, hours, "forward"), (2, 0.0, "back")):
                clock.set_to(ahead)
                print(f"the clock was set {how} by {hours:g} hours", flush=True)
                room.tell(eight)
                room.arrives(eight + 1, "then")
            report(room, serving)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float, default=3.0, help="by which it is set forward, and back again")
    hours = parser.parse_args().hours
    with tempfile.TemporaryDirectory() as folder:
        jump(Path(folder), hours)


if __name__ == "__main__":
    main()
