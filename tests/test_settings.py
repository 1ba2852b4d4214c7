"""Settings and seeds: what people write, and how a mistake is told: file, line, remedy, and no secret."""

from __future__ import annotations

import shutil
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from flows.errors import SettingsInvalid
from flows.seeds import Amount, read_seeds
from flows.settings import read_settings
from flows.world import configured_channels, groups, open_store

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    for name in ("sources.toml", "companies.toml", "watches.toml"):
        shutil.copy(SEEDS / name, tmp_path / name)
    return tmp_path


def test_settings_have_defaults_that_need_nothing() -> None:
    settings = read_settings({})
    assert settings.is_embedded
    assert settings.fresh_for == timedelta(hours=48)
    assert settings.database_url.startswith("sqlite:///")


def test_durations_and_networks_are_written_as_people_write_them() -> None:
    settings = read_settings({"OUTLAY_FRESH_FOR": "36h", "OUTLAY_ALLOW_NETWORKS": "10.0.0.0/8, fd00::/8"})
    assert settings.fresh_for == timedelta(hours=36)
    assert len(settings.allow_networks) == 2


def test_a_secret_is_read_from_its_file_and_never_shown(tmp_path: Path) -> None:
    secret = tmp_path / "database"
    secret.write_text("postgresql://outlay:hunter2@db/outlay\n", encoding="utf-8")
    settings = read_settings({"OUTLAY_DATABASE_FILE": str(secret)})
    assert settings.database_url.endswith("/outlay")
    assert "hunter2" not in repr(settings)
    with pytest.raises(SettingsInvalid, match="OUTLAY_DATABASE_FILE"):
        read_settings({"OUTLAY_DATABASE_FILE": str(tmp_path / "nowhere")})


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("OUTLAY_FRESH_FOR", "soon", "48h"),
        ("OUTLAY_ALLOW_NETWORKS", "10.0.0.0/99", "10.0.0.0/8"),
        ("OUTLAY_BATCH", "many", "whole number"),
    ],
)
def test_a_mistake_in_a_setting_names_it_and_its_remedy(name: str, value: str, told: str) -> None:
    with pytest.raises(SettingsInvalid) as error:
        read_settings({name: value})
    assert error.value.where == name
    assert told in error.value.reason


def test_a_mistake_in_the_channels_names_its_line_and_not_the_address() -> None:
    text = "desk = mailto://user:hunter2@example.org?to=a@example.org\nbroken://token-of-mine"
    with pytest.raises(SettingsInvalid) as error:
        configured_channels(read_settings({"OUTLAY_CHANNELS": text}))
    assert "line 2" in str(error.value)
    assert "token-of-mine" not in str(error.value)
    assert "hunter2" not in str(error.value)


MISTAKES = [
    ("sources.toml", "\n[[source]]\nslug = 'a b'\nname = 'x'\nurl = 'https://x.example'\n", "slug", "lower-case"),
    ("sources.toml", "\n[[source]]\nslug = 'x'\nname = 'x'\nurl = 'ftp://x.example'\n", "url", "https://"),
    ("sources.toml", "\n[[source]]\nslug = 'x'\nname = 'x'\n", "url", "missing"),
    ("sources.toml", "\n[[source]]\nslug = 'x'\nname = 'x'\nurl = 'https://x'\ncolour = 'red'\n", "colour", "one of"),
    (
        "sources.toml",
        "\n[[source]]\nslug = 'x'\nname = 'x'\nurl = 'https://x'\ncompanies = ['nobody']\n",
        "companies",
        "nobody",
    ),
    ("companies.toml", "\n[[company]]\nslug = 'x'\nname = 'x'\nparent = 'nobody'\n", "parent", "nobody"),
    ("companies.toml", "\n[[company]]\nslug = 'xiaomi'\nname = 'x'\n", "slug", "twice"),
    ("companies.toml", "\n[[company]]\nslug = 'x'\nname = 'x'\nnames = ['BYD']\n", "names", "byd"),
    ("companies.toml", "\n[[company]]\nslug = 'x'\nname = 'x'\nnames = 'x'\n", "names", "a list"),
    ("companies.toml", "\n[[company]]\nslug = 'x'\nname = 'x'\ncountry = 'Portugal'\n", "country", "capital"),
    ("companies.toml", "\n[[company]]\nslug = 'x'\nname = 'x'\nsector = 'cars'\n", "sector", "battery"),
    ("sources.toml", "\n[[source]]\nslug='x'\nname='x'\nurl='https://x'\nkind='list'\n", "selector", "missing"),
    (
        "sources.toml",
        "\n[[source]]\nslug = 'x'\nname = 'x'\nurl = 'https://x'\nlanguage = 'english'\n",
        "language",
        "two letters",
    ),
    ("watches.toml", "\n[[watch]]\nname = 'x'\nmetrics = ['investmnt']\n", "metrics", "investment"),
    ("watches.toml", "\n[[watch]]\nname = 'x'\nmin_amount = 'a lot'\n", "min_amount", "500 million USD"),
]


@pytest.mark.parametrize(("file", "text", "key", "told"), MISTAKES, ids=[f"{m[0]}:{m[2]}:{m[3]}" for m in MISTAKES])
def test_a_mistake_in_a_seed_names_file_line_and_remedy(seeds: Path, file: str, text: str, key: str, told: str) -> None:
    before = len((seeds / file).read_text(encoding="utf-8").splitlines())
    with (seeds / file).open("a", encoding="utf-8") as opened:
        opened.write(text)
    with pytest.raises(SettingsInvalid) as error:
        read_seeds(seeds)
    path, _, line = error.value.where.rpartition(":")
    assert path.endswith(file)
    assert before < int(line) <= before + len(text.splitlines())
    assert key in error.value.reason
    assert told in error.value.reason


def test_a_file_in_another_encoding_is_told_with_its_line_and_a_mark_of_order_is_no_mistake(seeds: Path) -> None:
    file = seeds / "watches.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8-sig")
    assert read_seeds(seeds).watches
    file.write_bytes(text.encode() + "\n# Grünheide\n".encode("latin-1"))
    with pytest.raises(SettingsInvalid, match="save the file"):
        read_seeds(seeds)


def test_broken_toml_names_its_line(seeds: Path) -> None:
    (seeds / "watches.toml").write_text("[[watch]]\nname = 'x'\nmetrics = [\n", encoding="utf-8")
    with pytest.raises(SettingsInvalid, match=r"watches\.toml:3"):
        read_seeds(seeds)


def test_an_amount_in_a_watch_is_money(seeds: Path) -> None:
    (seeds / "watches.toml").write_text("[[watch]]\nname = 'x'\nmin_amount = '1.5 billion EUR'\n", encoding="utf-8")
    assert read_seeds(seeds).watches[0].min_amount == Amount(Decimal(1_500_000_000), "EUR")


def test_a_group_is_a_company_with_its_followed_subsidiaries() -> None:
    assert "nio-china" in groups(read_seeds(SEEDS))["nio"]
    assert groups(read_seeds(SEEDS))["tesla"] == {"tesla"}


def test_a_joint_venture_is_kin_to_its_owners_and_they_are_none_to_each_other() -> None:
    kin = groups(read_seeds(SEEDS))
    assert {"stellantis", "mercedes-benz"} <= kin["acc"]
    assert "acc" in kin["stellantis"]
    assert "mercedes-benz" not in kin["stellantis"]


def test_a_misspelt_setting_is_not_passed_over_in_silence() -> None:
    with pytest.raises(SettingsInvalid, match="OUTLAY_FRESH_FOR"):
        read_settings({"OUTLAY_FRESHFOR": "48h"})
    assert read_settings({"OUTLAY_CODE": "/opt/outlay"})


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SettingsInvalid, match="OUTLAY_HOME"):
        open_store(read_settings({"OUTLAY_HOME": str(tmp_path / "file" / "home")}))


def test_a_misspelt_key_is_told_before_what_it_leaves_missing(seeds: Path) -> None:
    with (seeds / "sources.toml").open("a", encoding="utf-8") as opened:
        opened.write("\n[[source]]\nslug = 'x'\nnam = 'x'\nurl = 'https://x.example'\n")
    with pytest.raises(SettingsInvalid, match="nam: unknown key"):
        read_seeds(seeds)
