"""The commands as people type them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app, main
from flows.cli.sources import _code
from flows.errors import OutlayError
from flows.newsroom import Newsroom
from flows.seeds import LANGUAGE
from flows.settings import read_settings
from flows.show import CONSOLE, show_polled
from parsers.errors import FeedUnreadable
from tests.farm import Item, open_farm, settle
from tests.one_pass import one_pass

RUNNER = CliRunner()
ROOT = Path(__file__).parents[1]


@pytest.fixture
def watched(newsroom: Newsroom, newsroom_settings: Path) -> Newsroom:
    """The newsroom after its first day."""
    newsroom.now = newsroom.days[0].at
    one_pass(newsroom.now)
    return newsroom


def run(*words: str, status: int = 0) -> str:
    done = RUNNER.invoke(app, list(words))
    assert done.exit_code == status, done.output + repr(done.exception)
    return done.stdout


def test_help_is_quick_to_come_and_names_every_command() -> None:
    code = "import sys, flows.cli; sys.exit(any(m in sys.modules for m in ('prefect', 'apprise', 'trafilatura')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
    text = run("--help")
    for command in ("run", "serve", "demo", "sources", "figures", "explain", "alerts", "replay", "db", "doctor"):
        assert command in text


def test_figures_are_shown_as_a_table_csv_and_json(watched: Newsroom) -> None:
    assert "10 billion yuan" in run("figures", "--company", "小米", "--metric", "investment")
    rows = json.loads(run("figures", "--company", "xiaomi", "--metric", "investment", "--json"))
    assert {row["unit"] for row in rows} == {"CNY", "USD"}
    assert {row["low"] for row in rows} == {"10000000000"}
    assert all(row["sentence"] and row["url"] for row in rows)
    assert run("figures", "--csv").splitlines()[0].startswith("published,company,metric,amount")
    assert "nothing is known of that" in run("figures", "--company", "nobody at all")


def test_alerts_are_listed_shown_and_tried(watched: Newsroom) -> None:
    assert "sent" in run("alerts", "list")
    assert "10 billion yuan" in run("alerts", "show", "1")
    assert json.loads(run("alerts", "show", "1", "--as", "json"))
    assert "<html" in run("alerts", "show", "1", "--as", "mailto")
    assert "Sample Motors" in run("alerts", "test")
    assert "nothing was given up" in run("alerts", "retry")


def test_sources_are_listed_checked_exported_imported_and_added(
    watched: Newsroom, newsroom_settings: Path, tmp_path: Path
) -> None:
    assert "volt-ticker" in run("sources", "list")
    assert "Xiaomi goes into smart electric cars" in run("sources", "check", "charged-up-daily")
    opml = tmp_path / "feeds.opml"
    opml.write_text(run("sources", "export"), encoding="utf-8")
    assert "0 sources added, 7 were there already" in run("sources", "import", str(opml))
    text = opml.read_text(encoding="utf-8").replace("/feed/", "/another-feed/")
    opml.write_text(text, encoding="utf-8")
    assert "1 source added" in run("sources", "import", str(opml))
    sources = newsroom_settings / "sources.toml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("gm-newsroom", "gone"), encoding="utf-8")
    again = watched.bases["gm-newsroom"] + "/releases/rss.xml"
    assert RUNNER.invoke(app, ["sources", "add", again, "--yes"]).exit_code == 1, "no such feed"


def test_the_feed_of_a_site_that_names_none_is_found_where_feeds_usually_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_farm() as farm:
        farm.feeds["/feed.xml"] = [Item("one", "/page/one", datetime(2026, 11, 18, tzinfo=UTC))]
        farm.others["/"] = "text/html", "<html><body>Welcome</body></html>"
        farm.others["/alone"] = "text/html", "<html><body>Welcome</body></html>"
        settle(farm, tmp_path, monkeypatch)
        (tmp_path / "sources.toml").write_text("")
        assert "Note one" in run("sources", "add", f"{farm.base}/", "--slug", "plant", "--yes")
        assert f'url = "{farm.base}/feed.xml"' in (tmp_path / "sources.toml").read_text()
        farm.feeds.clear()
        failed = RUNNER.invoke(app, ["sources", "add", f"{farm.base}/alone"])
    assert isinstance(failed.exception, FeedUnreadable)
    assert "selector" in failed.exception.reason


def test_explain_marks_the_figures_of_a_file_and_says_why(tmp_path: Path) -> None:
    page = tmp_path / "release.txt"
    page.write_text(
        "Xiaomi goes into cars\n\nXiaomi will first invest 10 billion yuan, and about $10 billion over ten years.\n\n"
        "Random Post\nGeely pays $9 billion for a rival",
        encoding="utf-8",
    )
    data = json.loads(run("explain", str(page), "--json"))
    amounts = [
        (figure["mention"]["exact"], figure.get("standing", "news"))
        for figure in data["reading"]["figures"]
        if figure["metric"] == "investment"
    ]
    assert ("10 billion yuan", "news") in amounts
    assert "metric:investment" in run("explain", str(page))


def test_a_database_is_made_upgraded_and_backed_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTLAY_DATABASE", f"sqlite:///{tmp_path / 'own.db'}")
    assert "from an empty database" in run("db", "upgrade")
    assert "already at" in run("db", "upgrade")
    run("db", "backup", str(tmp_path / "copy.db"))
    assert (tmp_path / "copy.db").stat().st_size > 0


def test_a_mistake_is_one_plain_line_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTLAY_SEEDS", str(tmp_path / "nowhere"))
    monkeypatch.setattr(sys, "argv", ["outlay", "figures"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert "sources.toml" in told
    assert "OUTLAY_SEEDS" in told
    assert "Traceback" not in told


def test_a_name_that_cannot_be_is_refused_before_anything_is_written(watched: Newsroom) -> None:
    seeds = read_settings().seeds / "sources.toml"
    before = seeds.read_bytes()
    done = RUNNER.invoke(app, ["sources", "add", watched.bases["gm-newsroom"], "--slug", "GM News", "--yes"])
    assert "lower-case" in str(done.exception)
    assert seeds.read_bytes() == before


@pytest.mark.parametrize(
    ("said", "code"), [("en-US", "en"), ("EN", "en"), ("zh-Hant", "zh"), ("x-klingon", ""), ("", "")]
)
def test_a_feeds_language_is_added_as_the_seeds_have_it(said: str, code: str) -> None:
    assert _code(said) == code
    assert re.fullmatch(LANGUAGE, code)


def test_a_run_tells_a_mistake_before_prefect_begins(watched: Newsroom) -> None:
    done = RUNNER.invoke(app, ["run", "--only", "nosuch"])
    assert "no source has the slug" in str(done.exception)
    assert "prefect" not in done.output.lower()


def test_a_damaged_database_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "outlay.db").write_bytes(b"no database " * 400)
    monkeypatch.setenv("OUTLAY_HOME", str(tmp_path))
    done = RUNNER.invoke(app, ["figures"])
    assert isinstance(done.exception, OutlayError)
    assert "outlay db restore" in str(done.exception)


def test_the_doctor_names_each_problem_with_its_remedy(watched: Newsroom) -> None:
    text = run("doctor", status=1)
    assert "✓ database" in text
    assert "✓ meridian-wire" in text
    assert "volt-ticker" in text
    assert "sources.toml" in text
    assert "OUTLAY_CONTACT" in text


def test_the_doctor_tells_of_a_watch_that_nobody_hears_and_of_a_network_that_is_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_farm() as farm:
        farm.plant(3, 1, datetime(2026, 3, 2, tzinfo=UTC))
        settle(farm, tmp_path, monkeypatch, channels="operator = json://127.0.0.1:9")
    text = run("doctor", status=1)
    assert "nobody hears of it" in text
    assert text.count("not one source answers") == 1
    assert "2 problems" in text
    with CONSOLE.capture() as shown:
        show_polled(one_pass(datetime.now(UTC)).polled)
    assert shown.get().count("✗") == 1
    assert "none of 3 sources answers" in shown.get()
