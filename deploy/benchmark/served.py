"""What the parts that drive the program over HTTP share: the table's rows, the program under test, and its callers."""

import os
import re
import selectors
import signal
import socket
import subprocess
import sys
import time

SECONDS = 3


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
