"""The program as scripts and officers use it: one state directory, real commands, a real terminal."""

import json
import os
import pathlib
import signal
import subprocess

import pexpect
import pytest

from server import program

FIRST_WEDNESDAYS = [
    "2018-01-03", "2018-02-07", "2018-03-07", "2018-04-04", "2018-05-02", "2018-06-06",
    "2018-07-04", "2018-08-01", "2018-09-05", "2018-10-03", "2018-11-07", "2018-12-05",
]
SEED = pathlib.Path(__file__).resolve().parents[2] / "seed" / "demo"


class Shell:
    def __init__(self, state: pathlib.Path):
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("PRACTICEWEEK")}
        self.environment.pop("DATABASE_URL", None)
        self.environment |= {
            "PRACTICEWEEK_STATE": str(state), "PRACTICEWEEK_TEST": "1", "PRACTICEWEEK_NOW": "2018-01-15 09:00",
        }

    def run(self, *arguments: str, status: int = 0, stdin: str | None = None) -> subprocess.CompletedProcess:
        done = subprocess.run(
            [program(), *arguments], env=self.environment, capture_output=True, text=True, timeout=120, input=stdin or ""
        )
        assert done.returncode == status, f"{arguments} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def rows(self, command: str) -> list[dict]:
        return json.loads(self.run(
            "console", "--as", "kiran.bassi@example.org", "--format", "json", "--command", command).stdout)


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    shell = Shell(tmp_path_factory.mktemp("program"))
    shell.run("database", "start")
    shell.run("seed", str(SEED))
    yield shell
    shell.run("check")
    shell.run("database", "stop")


def test_the_seed_loads_and_loading_it_again_changes_nothing(shell):
    again = shell.run("seed", str(SEED)).stdout
    assert "900 unchanged" in again
    assert "released" not in again


def test_the_directors_briefing_falls_on_the_first_wednesdays_of_2018(shell):
    dates = shell.rows("series dates directors-briefing")
    assert [row["starts_at"][:10] for row in dates] == FIRST_WEDNESDAYS
    assert {row["weekday"] for row in dates} <= {"Wednesday", "Wed"}


def test_the_calendar_holds_the_series_as_one_rule(shell):
    text = shell.run("export", "calendar", "--event", "briefings-2018").stdout
    assert "RRULE:FREQ=MONTHLY" in text and "BYDAY=1WE" in text
    assert text.count("BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize("kind", ["sites", "rooms", "teams", "people", "events", "strands", "sessions", "series", "bookings"])
def test_importing_an_export_changes_nothing(shell, tmp_path, kind):
    file = tmp_path / f"{kind}.csv"
    shell.run("export", "csv", kind, "--out", str(file))
    report = json.loads(shell.run("import", kind, str(file), "--format", "json").stdout)
    assert report["errors"] == []
    assert report["accepted"] == 0 and report["unchanged"] > 0


def test_a_bad_import_names_every_error_and_writes_nothing(shell, tmp_path):
    file = tmp_path / "rooms.csv"
    file.write_text("site,name,capacity\nCorbyn Road,Attic,0\nNowhere,Room 9,12\nCorbyn Road,Cellar,ten\n")
    report = json.loads(shell.run("import", "rooms", str(file), "--format", "json", status=1).stdout)
    assert [(error["row"], error["column"]) for error in report["errors"]] == [(1, "capacity"), (2, "site"), (3, "capacity")]
    assert not [row for row in shell.rows("room list") if row["name"] in ("Attic", "Room 9", "Cellar")]


def test_a_script_stops_at_the_first_failure_and_names_the_line(shell):
    done = shell.run(
        "console", "--as", "kiran.bassi@example.org", status=1,
        stdin="event list\nsession show PW18-999\nsite add Never\n")
    assert "line 2" in done.stderr
    assert not [row for row in shell.rows("site list") if row["name"] == "Never"]


def test_begin_and_commit_span_several_commands_or_none(shell):
    shell.run(
        "console", "--as", "kiran.bassi@example.org", status=1,
        stdin='begin\nsite add "Half Done"\nroom add "Nowhere/Room 1" --capacity 3\ncommit\n')
    assert not [row for row in shell.rows("site list") if row["name"] == "Half Done"]


def test_a_dry_run_says_what_would_happen_and_changes_nothing(shell):
    done = shell.run(
        "console", "--as", "kiran.bassi@example.org", "--dry-run", "--format", "json", "--command", 'site add "Dry Site"')
    assert json.loads(done.stdout)[0]["name"] == "Dry Site"
    assert not [row for row in shell.rows("site list") if row["name"] == "Dry Site"]


def test_somebody_without_the_right_is_refused(shell):
    done = shell.run(
        "console", "--as", "amara.okafor@example.org", "--command", "site add Mine", status=1)
    assert "may not" in done.stderr


def test_wrong_usage_exits_with_two(shell):
    shell.run("import", "nothing", "file.csv", status=2)
    shell.run("--no-such-option", status=2)


def test_the_console_in_a_real_terminal(shell):
    console = pexpect.spawn(
        program(), ["console", "--as", "kiran.bassi@example.org"], env=shell.environment, encoding="utf-8", timeout=20,
        dimensions=(40, 160))
    console.expect("> ?$")
    console.sendline("event list")
    console.expect("practice-week-2018")
    console.sendline("site add 'Fresh Site'")
    console.expect("Fresh Site")
    console.sendline("session show PW18-999")
    console.expect("PW18-999")
    console.sendintr()
    console.sendline("quit")
    console.expect(pexpect.EOF)
    console.close()
    assert console.exitstatus == 0


def test_a_line_is_edited_recalled_and_completed_in_a_real_terminal(shell):
    console = pexpect.spawn(
        program(), ["console", "--as", "kiran.bassi@example.org"], env=shell.environment, encoding="utf-8", timeout=20,
        dimensions=(40, 160))
    console.expect("> ?$")
    for typed in ["event lxt\x7f\x7fist\r", "\x1b[A\r", "event li\t\r"]:
        console.send(typed)
        console.expect("practice-week-2018")
        console.expect("> ?$")
    console.send("site add 'Großer Saal'\r")
    console.expect("Großer Saal.*Großer Saal")
    console.sendline("quit")
    console.expect(pexpect.EOF)
    console.close()
    assert console.exitstatus == 0


def test_the_database_survives_a_killed_program(shell):
    victim = subprocess.Popen(
        [program(), "serve", "--port", "0"], env=shell.environment, stdout=subprocess.PIPE, text=True)
    assert victim.stdout.readline().startswith("listening on http://")
    victim.send_signal(signal.SIGKILL)
    victim.wait()
    assert shell.rows("event list")
