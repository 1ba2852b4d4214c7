"""From an empty server to the first alert: deploy/debian.sh, run in a clean folder; and the units that it installs."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.farm import Farm, Item, open_farm
from tests.outbox_room import documents, hook, open_sink

ROOT = Path(__file__).parents[1]
SYSTEMD = ROOT / "deploy" / "systemd"
NEWS = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>Xiaomi will invest 10 billion yuan in "
    "smart electric vehicles, the company said on Tuesday in Beijing.</p><p>A wholly owned subsidiary will run the "
    "business, and its founder will be the chief executive of it, the company told its investors.</p></article></body>"
    "</html>"
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clean copy of what is in the repository, with the libraries that are installed here: none is fetched."""
    folder = tmp_path / "checkout"
    files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    for name in files.stdout.splitlines():
        if not name.startswith("tests/") and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    libraries = tmp_path / "server" / "opt" / "outlay" / ".venv"
    libraries.mkdir(parents=True)
    for part in (ROOT / ".venv").iterdir():
        if not part.name.startswith("ready"):
            (libraries / part.name).symlink_to(part)
    (libraries / "ready").touch()  # newer than the lock: `make setup` has nothing to do
    return folder


def plant(farm: Farm) -> None:
    """A feed with one announcement of today."""
    item = Item("Xiaomi to build electric cars", "/page/xiaomi", datetime.now(UTC))
    farm.feeds["/feed/wire"] = [item]
    farm.others[item.path] = ("text/html", NEWS.format(title=item.title))


def run(checkout: Path, server: Path, **settings: str) -> str:
    """The script under the folder `server`; what it printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OUTLAY_", "PREFECT_"))}
    done = subprocess.run(
        ["sh", checkout / "deploy" / "debian.sh"],
        # The libraries that are lent know this repository's own code; the copy's goes before it.
        env=environment | {"ROOT": str(server), "PYTHONPATH": str(server / "opt" / "outlay")} | settings,
        capture_output=True, text=True, check=False, timeout=350,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_the_walk_through_leads_from_nothing_to_the_first_alert(checkout: Path, tmp_path: Path) -> None:
    server = tmp_path / "server"
    with open_farm() as farm, open_sink() as sink:
        plant(farm)
        source = f'[[source]]\nslug = "wire"\nname = "Wire"\nurl = "{farm.base}/feed/wire"\n'
        (checkout / "seeds" / "sources.toml").write_text(source, encoding="utf-8")
        example = checkout / "deploy" / "env.example"
        trusted = f"\nOUTLAY_TRUST_HOSTS={farm.base.removeprefix('http://')}\n"
        example.write_text(example.read_text(encoding="utf-8") + trusted, encoding="utf-8")
        said = run(checkout, server, CHANNELS=hook(sink, "desk,operator"), CONTACT="you@example.org")
        (alert,) = documents(sink)
    assert "10 billion yuan" in alert["subject"]
    assert "all well" in said
    assert "1 alert" in said
    assert (server / "etc/outlay/channels").stat().st_mode & 0o007 == 0, "secrets are nobody else's"
    assert (server / "var/lib/outlay").stat().st_mode & 0o077 == 0
    installed = {path.name for path in (server / "etc/systemd/system").iterdir()}
    assert {"outlay.service", "outlay.service.d", "outlay-backup.timer"} <= installed


@pytest.mark.parametrize("unit", sorted(path.name for path in SYSTEMD.glob("*.service")))
def test_a_unit_is_sound_and_can_do_no_harm(unit: str, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    whole = tmp_path / unit
    whole.write_text((SYSTEMD / unit).read_text() + (SYSTEMD / "hardening.conf").read_text(), encoding="utf-8")
    graded = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", whole], capture_output=True, text=True
    )
    assert graded.returncode == 0, graded.stdout
    read = subprocess.run(["systemd-analyze", "verify", "--man=no", whole], capture_output=True, text=True)
    faults = [line for line in read.stderr.splitlines() if unit in line and "not executable" not in line]
    assert faults == []
