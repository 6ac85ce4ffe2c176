"""The same outcomes from both engines, from the calls for one card, and from the oracle."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

import numpy
import polars as pl
import pyarrow
import pyarrow.parquet
import pytest

import cards
import jobs
import outcomes
import polars_job
import qujat

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "core" / "tests" / "oracle"))
import eligibility  # noqa: E402
import screen_count  # noqa: E402

CARDS = int(os.environ.get("QUJAT_CARDS", 200_000))
# The last day before the pilot, its first and last, the first after it, and one in between.
DAYS = ["2025-05-27", "2025-05-28", "2026-01-20", "2026-02-28", "2026-03-01"]
# Code and reminder.
Outcome = tuple[str | None, bool | None]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scale")


@pytest.fixture(scope="session")
def register(folder: Path) -> list[Path]:
    return cards.write(CARDS, folder / "cards")


def by_card(written: Path) -> dict[int, Outcome]:
    """The outcomes that a job has written."""
    frame = pl.read_parquet(written / "*.parquet")
    return {card: (code, remind) for card, code, remind in frame.iter_rows()}


def known(register: list[Path]) -> list[tuple[int, datetime.date]]:
    """The cards whose expiry date is known."""
    return [(card, day) for card, day in pl.read_parquet(register).iter_rows() if day]


def by_single_calls(expires_on: datetime.date, on: datetime.date) -> Outcome:
    rules = qujat.Rulebook.edition()
    code = rules.decide(qujat.Inquiry.renewal(expires_on), on).why()[0].code.value
    return code, rules.reminder(expires_on, on) is not None


def by_oracle(expires_on: datetime.date, on: datetime.date) -> Outcome:
    asked = {
        "document": "identity_card",
        "ground": "expiry",
        "expires_on": str(expires_on),
        "today": str(on),
    }
    code = eligibility.answer(asked)["reasons"][0]["code"]
    return code, screen_count.is_reminded(expires_on, on)


def test_both_engines_write_what_single_calls_and_the_oracle_say(
    folder: Path, register: list[Path]
) -> None:
    wheel = Path(os.environ["QUJAT_WHEEL"])
    written = {}
    for job in ("spark", "polars"):
        cost = jobs.run(job, register, folder / job, cards.TODAY, wheel)
        assert 0 < cost.library_seconds < cost.processor_seconds
        written[job] = outcomes.summary(folder / job)
    assert written["spark"] == written["polars"]
    assert written["spark"].cards == CARDS
    assert by_card(folder / "spark") == by_card(folder / "polars")
    found = by_card(folder / "spark")
    for card, expires_on in known(register):
        expected = by_oracle(expires_on, cards.TODAY)
        assert found.pop(card) == by_single_calls(expires_on, cards.TODAY) == expected, expires_on
    # The remaining cards have no expiry date.
    assert set(found.values()) == {(None, None)}
    assert written["spark"].codes["None"] == len(found) > CARDS / 2_000
    assert written["spark"].codes["ELIGIBLE"] > CARDS / 200
    assert written["spark"].reminded > 0


def test_what_is_there_stays(tmp_path: Path) -> None:
    register = cards.write(1_000, tmp_path / "cards")
    wheel = Path(os.environ["QUJAT_WHEEL"])
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "of another").write_text("kept")
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    (tmp_path / "broken.unfinished").mkdir()
    for job, name in [
        ("polars", "kept"),
        ("polars", "link"),
        ("polars", "broken"),
        ("spark", "kept"),
    ]:
        with pytest.raises(RuntimeError, match="already"):
            jobs.run(job, register, tmp_path / name, cards.TODAY, wheel)
    assert (kept / "of another").read_text() == "kept"
    assert [path.name for path in kept.iterdir()] == ["of another"]
    assert not (tmp_path / "nothing").exists() and not (tmp_path / "broken").exists()


def test_a_folder_has_its_name_once_it_is_whole(tmp_path: Path) -> None:
    into = tmp_path / "outcomes"
    with pytest.raises(KeyError):
        with polars_job.written_whole(into) as folder:
            raise KeyError
    assert not into.exists()
    folder.rmdir()
    with polars_job.written_whole(into) as folder:
        (folder / "whole").touch()
        assert not into.exists()
    assert (into / "whole").exists() and not folder.exists()


@pytest.mark.parametrize("day", DAYS)
def test_each_day_is_screened_as_the_oracle_does(folder: Path, day: str) -> None:
    on = datetime.date.fromisoformat(day)
    around = [on + datetime.timedelta(days=days) for days in range(-40, 60)]
    frame = pl.LazyFrame({"card": range(len(around)), "expires_on": around})
    screened = polars_job.screened(frame, on, None, []).collect(engine="streaming")
    expected = [by_oracle(expires_on, on) for expires_on in around]
    assert list(screened.select("code", "remind").iter_rows()) == expected
    # One card for each step of the plan, inside the pilot and outside.
    assert sum(remind is True for _, remind in expected) == 3


def test_a_night_that_was_missed_loses_nobody() -> None:
    on, last_run = datetime.date(2026, 1, 20), datetime.date(2026, 1, 17)
    around = [on + datetime.timedelta(days=days) for days in range(-40, 60)]
    frame = pl.LazyFrame({"card": range(len(around)), "expires_on": around})
    screened = polars_job.screened(frame, on, last_run, []).collect(engine="streaming")
    expected = [screen_count.is_reminded(expires_on, on, last_run) for expires_on in around]
    assert screened["remind"].to_list() == expected
    assert sum(expected) == 9


def test_cards_are_the_same_on_every_machine(register: list[Path]) -> None:
    whole = pl.read_parquet(register)
    assert whole["card"].to_list() == list(range(CARDS))
    apart = pl.concat([pl.DataFrame(cards.cards(first, 500)) for first in (0, 500)])
    assert apart.equals(whole.head(1000))
    # The first output of SplitMix64 with the seed 0, as its author published it.
    assert int(cards.mixed(numpy.zeros(1, numpy.uint64))[0]) == 0xE220A8397B1DCDAF
    assert apart["expires_on"].to_list()[:3] == [
        datetime.date(2028, 1, 30),
        datetime.date(2032, 9, 25),
        datetime.date(2032, 3, 12),
    ]


def test_the_checksum_sees_outcomes_and_not_their_order(tmp_path: Path) -> None:
    rows: list[tuple[int, str | None, bool | None]] = [
        (1, "ELIGIBLE", True),
        (2, "TOO_EARLY", False),
        (3, None, None),
    ]

    def checksum(name: str, *files: list[tuple[int, str | None, bool | None]]) -> str:
        folder = tmp_path / name
        folder.mkdir()
        for number, file in enumerate(files):
            columns = [list(column) for column in zip(*file, strict=True)]
            types = [pyarrow.int64(), pyarrow.string(), pyarrow.bool_()]
            arrays = [pyarrow.array(column, kind) for column, kind in zip(columns, types, strict=True)]
            table = pyarrow.table(arrays, outcomes.COLUMNS)
            pyarrow.parquet.write_table(table, folder / f"{number}.parquet")
        return outcomes.summary(folder).checksum

    whole = checksum("whole", rows)
    assert checksum("reversed", rows[::-1]) == whole
    assert checksum("in two files", rows[1:], rows[:1]) == whole
    swapped: list[tuple[int, str | None, bool | None]] = [
        (1, "TOO_EARLY", False),
        (2, "ELIGIBLE", True),
        (3, None, None),
    ]
    assert checksum("two cards swapped", swapped) != whole
    assert checksum("a null read as false", [*rows[:2], (3, None, False)]) != whole
    assert checksum("a card twice", [*rows, rows[0]]) != whole
    assert checksum("a card less", rows[:2]) != whole
