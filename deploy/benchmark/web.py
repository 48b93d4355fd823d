"""The parts of the benchmark that drive the program itself over HTTP, on loopback: starting, the programme page, and 500
people for 30 places. deploy/benchmark/run starts it; rows for the table are added to a file, their cells between tabs.

    python3 web.py PROGRAM STATE ROWS
"""

import json
import os
import re
import selectors
import signal
import socket
import subprocess
import sys
import time
from statistics import median

CALLERS, PLACES = 500, 30
ROUNDS, SECONDS = 3, 4


def say(line):
    print(f"    {line}", file=sys.stderr, flush=True)


class Table:
    def __init__(self, path):
        self.path = path

    def add(self, what, ours, against="", ratio="", target="", met=None):
        mark = "" if met is None else "yes" if met else "NO"
        with open(self.path, "a", encoding="utf-8") as file:
            file.write("\t".join([what, ours, against, ratio, target, mark]) + "\n")

    def ratio(self, what, ours, against, ratio, target):
        self.add(what, ours, against, f"{ratio:.2f}", f"{target:.2f}", ratio >= target)


class Server:
    """`practiceweek serve --demo` on a free port, timed from its start to the line that says where it listens."""

    def __init__(self, program, state):
        self.log = open(os.path.join(state, "server.log"), "ab")
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment["PRACTICEWEEK_STATE"] = state
        self.program, self.environment = program, environment
        began = time.monotonic()
        self.process = subprocess.Popen(
            [program, "serve", "--demo", "--port", "0"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=self.log, env=environment, text=True)
        try:
            self.port = self.listening()
        except BaseException:
            self.stop()
            raise
        self.seconds = time.monotonic() - began

    def listening(self):
        for line in self.process.stdout:
            found = re.search(r"listening on http://127\.0\.0\.1:(\d+)", line)
            if found:
                return int(found[1])
        raise SystemExit(f"the server did not start; see {self.log.name}")

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def memory(self):
        """What it holds now and what it held at most, in MB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            kilobytes = dict(re.findall(r"^(VmRSS|VmHWM):\s+(\d+) kB", file.read(), re.MULTILINE))
        return int(kilobytes["VmRSS"]) / 1000, int(kilobytes["VmHWM"]) / 1000

    def run(self, *words):
        return subprocess.run(
            [self.program, *words, "--demo"], env=self.environment, check=True, capture_output=True, text=True).stdout.strip()

    def sql(self, text):
        """Runs SQL as the database's owner and answers the first row's cells."""
        url = self.run("database", "url")
        answer = subprocess.run(
            ["psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", url], input="set search_path = app, public;\n" + text,
            check=True, capture_output=True, text=True)
        return answer.stdout.splitlines()[0].split("\t") if answer.stdout else []

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stdout.close()
        self.log.close()
        if os.path.exists(os.path.join(self.environment["PRACTICEWEEK_STATE"], "demo/postgres/data/postmaster.pid")):
            raise SystemExit("the database still runs")


def wrk(url, *headers):
    """Requests per second of 32 connections, all of them answered with 200."""
    words = ["wrk", "-t1", "-c32", f"-d{SECONDS}s"]
    for header in headers:
        words += ["-H", header]
    output = subprocess.run([*words, url], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(f"{url}: {output}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])


def exchange(port, path, *headers):
    """One GET on a connection of its own: status, head and body."""
    head = "".join(f"{header}\r\n" for header in headers)
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{head}\r\n".encode())
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), head.decode(), body


def pages(server, table):
    # Somebody signed in: the one with the most places, whose page takes the most reading.
    person, slug, sessions = server.sql(
        """
        with somebody as (select person_id from booking where state = 'confirmed' group by 1 order by count(*) desc, 1 limit 1)
        insert into web_session (token_hash, person_id, expires_at)
        select sha256('benchmark'), person_id, now() + interval '1 hour' from somebody;
        select (select person_id from web_session limit 1), e.slug, count(*)
        from event e join release_session r on r.event_id = e.id and r.latest
        group by e.id order by e.to_day - e.from_day limit 1;
        """)
    page, cookie = f"/events/{slug}", "Cookie: pw_session=benchmark"
    status, head, public = exchange(server.port, page)
    own_status, own_head, own = exchange(server.port, page, cookie)
    if status != 200 or own_status != 200 or b"Sign out" not in own or b"Sign out" in public:
        raise SystemExit("the programme page is not what was expected")
    say(f"programme page: {sessions} sessions, {len(public)} bytes, {len(own)} for somebody signed in")
    plain, unchanged, anew = [], [], []
    for path, headers in [("/health/live", []), (page, []), (page, [cookie])]:
        wrk(server.url(path), *headers)
    for _ in range(ROUNDS):
        plain.append(wrk(server.url("/health/live")))
        unchanged.append(wrk(server.url(page)))
        anew.append(wrk(server.url(page), cookie))
    for name, rates in [("plain text", plain), ("unchanged", unchanged), ("anew", anew)]:
        say(f"{name}: {[round(rate) for rate in rates]} requests/s")
    base = median(plain)
    table.ratio(
        f"programme page ({sessions} sessions) unchanged", f"{median(unchanged):.0f}/s of {len(public) / 1000:.0f} kB",
        f"plain text {base:.0f}/s", median(unchanged) / base, 0.4)
    table.ratio(
        "the same rendered anew with its reads", f"{median(anew):.0f}/s of {len(own) / 1000:.0f} kB",
        f"plain text {base:.0f}/s", median(anew) / base, 0.05)


class Caller:
    """One person with a connection of their own, kept open, and one request on it at a time."""

    def __init__(self, port, number):
        self.number, self.answer, self.status, self.body, self.seconds = number, b"", None, b"", None
        self.socket = socket.create_connection(("127.0.0.1", port), 30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)

    def ask(self, request):
        self.answer, self.status = b"", None
        if self.socket.send(request) != len(request):
            raise SystemExit("a request did not fit into the socket")

    def read(self, began):
        """Takes what has come; whether the answer is whole."""
        chunk = self.socket.recv(65536)
        if not chunk:
            raise SystemExit(f"caller {self.number}: the server closed the connection")
        self.answer += chunk
        head, mark, body = self.answer.partition(b"\r\n\r\n")
        if not mark:
            return False
        length = int(re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)[1])
        if len(body) < length:
            return False
        self.status, self.body, self.seconds = int(head.split(b" ", 2)[1]), body, time.monotonic() - began
        return True


def release(callers, requests):
    """Sends every caller's request as close together as one thread can, and waits for all answers. Answers how long the
    sending took. Latencies count from before the first was sent, so the last caller's includes its turn."""
    with selectors.DefaultSelector() as selector:
        for caller in callers:
            selector.register(caller.socket, selectors.EVENT_READ, caller)
        began = time.monotonic()
        for caller, request in zip(callers, requests):
            caller.ask(request)
        sent = time.monotonic() - began
        left = len(callers)
        while left:
            ready = selector.select(60)
            if not ready:
                raise SystemExit(f"{left} callers had no answer within a minute")
            for key, _ in ready:
                if key.data.read(began):
                    selector.unregister(key.data.socket)
                    left -= 1
    return sent


def storm(server, table):
    server.sql(
        f"""
        insert into person (email, name) select 'storm' || n || '@example.org', 'Person ' || n from generate_series(1, {CALLERS}) n;
        insert into api_token (person_id, token_hash)
        select id, sha256(convert_to('benchmark-' || email, 'UTF8')) from person where email like 'storm%';
        with week as (
            select e.id, e.from_day, r.release_id from event e join release_session r on r.event_id = e.id and r.latest
            group by 1, 2, 3, e.to_day order by e.to_day - e.from_day limit 1),
        made as (
            insert into session (event_id, reference, title, starts_at, ends_at, online_url, capacity, state, ever_released)
            select id, 'STORM-001', 'Thirty places', from_day + time '06:00', from_day + time '06:30',
                'https://meet.example.org/storm', {PLACES}, 'scheduled', true
            from week returning id, event_id, starts_at, ends_at)
        insert into release_session (release_id, session_id, event_id, title, kind, description, during, online, capacity, latest, live)
        select b.release_id, m.id, m.event_id, 'Thirty places', 'workshop', '', tstzrange(m.starts_at, m.ends_at), true, {PLACES},
            true, true
        from made m, week b;
        """)
    callers = [Caller(server.port, number) for number in range(1, CALLERS + 1)]
    try:
        # Every connection has been accepted and used once before the release.
        release(callers, [b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"] * CALLERS)
        requests = [
            (
                "POST /api/v1/sessions/STORM-001/bookings HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                f"Authorization: Bearer benchmark-storm{caller.number}@example.org\r\n"
                f"Idempotency-Key: storm-{caller.number}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}"
            ).encode()
            for caller in callers
        ]
        sent = release(callers, requests)
    finally:
        for caller in callers:
            caller.socket.close()
    statuses = {status: sum(1 for caller in callers if caller.status == status) for status in {c.status for c in callers}}
    answers = [json.loads(caller.body) for caller in callers if caller.status == 201]
    confirmed = sum(1 for answer in answers if answer["state"] == "confirmed")
    positions = sorted(answer["position"] for answer in answers if answer["state"] == "waiting")
    whole = positions == list(range(1, CALLERS - PLACES + 1))
    latencies = sorted(caller.seconds for caller in callers)
    p99 = latencies[len(latencies) * 99 // 100 - 1]
    held, most = server.memory()
    taken, waiting = server.sql("select taken, waiting from session where reference = 'STORM-001';")
    say(
        f"storm: statuses {statuses}, sent within {sent * 1000:.0f} ms, median {latencies[len(latencies) // 2]:.3f} s, "
        f"p99 {p99:.3f} s, last {latencies[-1]:.3f} s; the session counts {taken} taken, {waiting} waiting")
    errors = sum(1 for caller in callers if caller.status >= 500)
    table.add(
        f"{CALLERS} callers for {PLACES} places over HTTP",
        f"{confirmed} confirmed, {len(positions)} waiting {'1…' + str(len(positions)) if whole else 'WITH GAPS'}",
        target=f"{PLACES}, {CALLERS - PLACES}, no gap",
        met=confirmed == PLACES and whole and (int(taken), int(waiting)) == (PLACES, CALLERS - PLACES))
    table.add("  its p99, and answers of 5xx", f"{p99:.2f} s, {errors}", target="< 2 s, 0", met=p99 < 2 and errors == 0)
    table.add("  memory of the server after it", f"{held:.0f} MB (at most {most:.0f})", target="< 150 MB", met=held < 150)
    broken = server.run("check")
    say(f"check: {broken.splitlines()[-1] if broken else 'nothing said'}")


def main():
    program, state, rows = sys.argv[1:]
    table = Table(rows)
    server = Server(program, state)
    first = server.seconds
    server.stop()
    again = []
    for number in range(3):
        server = Server(program, state)
        again.append(server.seconds)
        if number < 2:
            server.stop()
    try:
        say(f"ready after {first:.2f} s the first time, then {[round(seconds, 2) for seconds in again]} s")
        pages(server, table)
        storm(server, table)
    finally:
        server.stop()
    ready = median(again)
    table.add("ready after start, existing cluster", f"{ready:.2f} s", target="1.5 s", met=ready <= 1.5)
    table.add("first start ever, with the demo", f"{first:.2f} s", target="15 s", met=first <= 15)


main()
