"""Open live streams: how long a change takes to reach every one of them."""

import re
import selectors
import socket
import time
import urllib.request

from served import say

STREAMS = 300


def streams(server, table):
    slug, reference, email = server.sql(
        """
        insert into person (email, name) values ('listener@example.org', 'A Listener');
        insert into api_token (person_id, token_hash) select id, sha256('benchmark-live') from person where email = 'listener@example.org';
        select e.slug, s.reference, 'listener@example.org' from event e join release_session r on r.event_id = e.id and r.live
            join session s on s.id = r.session_id
        where s.taken < s.capacity - 1 and s.waiting = 0 and lower(r.during) > now() + interval '1 day'
            and not exists (select from audience_rule a where a.session_id = s.id)
        order by e.to_day - e.from_day, s.reference limit 1;
        """)
    request = f"GET /events/{slug}/places/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n".encode()
    wanted = reference.encode()
    with selectors.DefaultSelector() as selector:
        heard = {}
        for _ in range(STREAMS):
            connection = socket.create_connection(("127.0.0.1", server.port), 10)
            connection.sendall(request)
            connection.setblocking(False)
            heard[connection] = b""
            selector.register(connection, selectors.EVENT_READ)
        try:
            def until(done, seconds):
                """Reads all until each has what is looked for; answers when the last had it."""
                left, end = set(heard), time.monotonic() + seconds
                while left:
                    ready = selector.select(max(0, end - time.monotonic()))
                    if not ready:
                        raise SystemExit(f"{len(left)} of {STREAMS} streams heard nothing within {seconds} s")
                    for key, _ in ready:
                        chunk = key.fileobj.recv(65536)
                        if not chunk:
                            raise SystemExit("a stream was closed")
                        heard[key.fileobj] += chunk
                        if done(heard[key.fileobj]):
                            left.discard(key.fileobj)
                return time.monotonic()

            # The first message of each is the whole list.
            until(lambda text: re.search(rb"data: \{.*\}\r?\n", text), 15)
            took = []
            for change in ("bookings", None):
                for connection in heard:
                    heard[connection] = b""
                began = time.monotonic()
                if change:
                    book = urllib.request.Request(
                        server.url(f"/api/v1/sessions/{reference}/bookings"), data=b"{}", method="POST",
                        headers={"Authorization": "Bearer benchmark-live", "Content-Type": "application/json"})
                    with urllib.request.urlopen(book, timeout=10) as answer:
                        assert answer.status == 201
                else:
                    # From another process, as an officer at the console does it.
                    server.run("console", "--command", f"booking cancel {reference} {email} --reason Measured")
                took.append(until(lambda text: wanted in text, 10) - began)
        finally:
            for connection in heard:
                connection.close()
    say(f"{STREAMS} streams: a booking reached all after {took[0]:.3f} s; a console's whole run, after {took[1]:.3f} s")
    table.add(
        f"{STREAMS} open live streams: one change reaches all", f"{took[0]:.2f} s", target="< 1 s", met=took[0] < 1)
