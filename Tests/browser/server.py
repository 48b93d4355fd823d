"""The real program, started for the browser tests on a port and in a state directory of its own."""

import os
import pathlib
import queue
import re
import signal
import subprocess
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
ANNOUNCEMENT = re.compile(r"^listening on (http://\S+)$")
# The first start makes the database and loads the demo week.
SECONDS_TO_START = 180
SECONDS_TO_STOP = 30


def program() -> str:
    """The executable under test."""
    return os.environ.get("PRACTICEWEEK_PROGRAM", str(ROOT / ".build/debug/practiceweek"))


class Server:
    """Holds the process, its address (`url`, without a slash at the end), and what it printed."""

    def __init__(self, directory: pathlib.Path, arguments: tuple[str, ...] = ("serve", "--demo", "--port", "0")):
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("PRACTICEWEEK_") and name != "DATABASE_URL"
        }
        environment["PRACTICEWEEK_STATE"] = str(directory / "state")
        # Where the demo leaves its mail instead of sending it.
        self.mail = directory / "state/demo/mail"
        self.log_path = directory / "server.log"
        with self.log_path.open("wb") as log:
            self.process = subprocess.Popen(
                [program(), *arguments],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                errors="replace",
            )
        self.output: list[str] = []
        self._lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        try:
            self.url = self._wait_for_address()
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise

    def _read(self) -> None:
        for line in self.process.stdout:
            self.output.append(line)
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def _wait_for_address(self) -> str:
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no address within {SECONDS_TO_START} s\n{self.log}") from None
            if line is None:
                raise AssertionError(f"the server ended with status {self.process.wait()} before it was ready\n{self.log}")
            if found := ANNOUNCEMENT.match(line):
                return found.group(1).rstrip("/")

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    @property
    def log(self) -> str:
        """What went to standard error so far."""
        return self.log_path.read_text(errors="replace")

    def stop(self) -> int:
        """Asks the server to end as a service manager does, and answers its exit status."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the server did not end within {SECONDS_TO_STOP} s of SIGTERM\n{self.log}") from None
