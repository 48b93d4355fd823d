"""The parts of the benchmark that drive the program itself over HTTP, on loopback: starting, the pages and the API, open
live streams, and 500 people for 30 places. deploy/benchmark/run starts it; rows for the table are added to a file, their
cells between tabs.

    python3 web.py PROGRAM STATE ROWS
"""

import json
import sys
from statistics import median

from ceremony import ceremony
from live import streams
from served import Caller, Server, Table, exchange, release, say, wrk

CALLERS, PLACES = 500, 30
ROUNDS = 3
# Staff look after a draft of this many sessions.
DRAFTS = 500
# The chair of an award reads a board of so many candidates, three ballots each.
CANDIDATES = 200


def board(server):
    """An award whose round is over, before a member of staff who neither judges nor stands in it."""
    server.sql(
        f"""
        insert into scheme (slug, title, kind, ranking, opens_at, closes_at)
        values ('board', 'Board', 'competitive', 'adjusted', now() - interval '9 days', now() - interval '8 days');
        insert into category (scheme_id, slug, title, nominee_kind) select id, 'many', 'Many', 'young_person' from scheme where slug = 'board';
        insert into criterion (category_id, name) select id, 'Care' from category where slug = 'many';
        insert into panel (scheme_id, slug) select id, 'main' from scheme where slug = 'board';
        insert into panel_category (category_id, panel_id, scheme_id)
        select c.id, p.id, c.scheme_id from category c join panel p on p.scheme_id = c.scheme_id where c.slug = 'many';
        insert into panel_member (panel_id, person_id, part)
        select p.id, j.id, 'judge' from panel p join scheme s on s.id = p.scheme_id and s.slug = 'board',
            (select p.id from person p where not exists (select from person_role r where r.person_id = p.id and r.role in ('staff', 'admin'))
                order by p.id limit 6) j;
        update scheme set state = 'published', rules = 'r', rules_hash = sha256('r'), published_at = now(), nominations_closed_at = now()
        where slug = 'board';
        insert into nominee (scheme_id, pseudonym)
        select s.id, 'Nominee ' || translate(lpad(n::text, 4, '0'), '0123456789', 'BCDFGHJKLM') from scheme s, generate_series(1, {CANDIDATES}) n
        where s.slug = 'board';
        insert into candidate (scheme_id, category_id, nominee_id, code)
        select n.scheme_id, c.id, n.id, right(n.pseudonym, 4) from nominee n join category c on c.scheme_id = n.scheme_id and c.slug = 'many';
        insert into assignment (judge_id, candidate_id, category_id, panel_id, place)
        select m.person_id, k.id, k.category_id, m.panel_id, k.id
        from (select *, row_number() over (order by id) - 1 as row from candidate where category_id = (select id from category where slug = 'many')) k
            join (select m.*, row_number() over (order by person_id) - 1 as column from panel_member m join panel p on p.id = m.panel_id
                join scheme s on s.id = p.scheme_id and s.slug = 'board') m on (k.row + m.column) % 6 < 3;
        insert into judging_round (scheme_id, panel_id, number) select scheme_id, id, 1 from panel where scheme_id = (select id from scheme where slug = 'board');
        insert into ballot (judge_id, candidate_id, category_id, panel_id, round_id, state, submitted_at)
        select a.judge_id, a.candidate_id, a.category_id, a.panel_id, r.id, 'submitted', now()
        from assignment a join judging_round r on r.panel_id = a.panel_id join scheme s on s.id = r.scheme_id and s.slug = 'board';
        insert into ballot_mark (ballot_id, category_id, criterion_id, min_mark, max_mark, mark)
        select b.id, b.category_id, r.id, r.min_mark, r.max_mark, abs(hashint8(b.id)) % 11
        from ballot b join criterion r on r.category_id = b.category_id join category c on c.id = b.category_id and c.slug = 'many';
        update judging_round set closed_at = now() where scheme_id = (select id from scheme where slug = 'board');
        """)


def pages(server, table):
    board(server)
    # Somebody signed in: the one with the most places, whose page takes the most reading; and somebody who schedules.
    slug, sessions, reference = server.sql(
        f"""
        with somebody as (select person_id from booking where state = 'confirmed' group by 1 order by count(*) desc, 1 limit 1)
        insert into web_session (token_hash, person_id, expires_at)
        select sha256('benchmark'), person_id, now() + interval '1 hour' from somebody;
        insert into api_token (person_id, token_hash) select person_id, sha256('benchmark') from web_session;
        insert into web_session (token_hash, person_id, expires_at)
        select sha256('benchmark-staff'), person_id, now() + interval '1 hour' from person_role where role = 'staff' limit 1;
        insert into event (slug, code, title, from_day, to_day) values ('many', 'MANY', 'Many sessions', '2031-01-01', '2031-12-31');
        insert into session (event_id, reference, title, starts_at, ends_at, room_id, capacity)
        select e.id, 'MANY-' || lpad(n::text, 3, '0'), 'Session ' || n, e.from_day + n * interval '90 minutes',
            e.from_day + n * interval '90 minutes' + interval '1 hour', r.id, 20
        from event e, generate_series(1, {DRAFTS}) n, (select id from room limit 1) r where e.slug = 'many';
        select e.slug, count(*), min(s.reference) from event e join release_session r on r.event_id = e.id and r.latest
            join session s on s.id = r.session_id
        group by e.id order by e.to_day - e.from_day limit 1;
        """)
    # The judge with the most to score, at the first of them.
    scheme, category, code = server.sql(
        """
        with judge as (
            select a.judge_id, (array_agg(a.candidate_id order by a.place))[1] as candidate_id
            from assignment a join judging_round r on r.panel_id = a.panel_id and r.closed_at is null
            where not a.conflicted group by 1 order by count(*) desc, 1 limit 1),
        session as (
            insert into web_session (token_hash, person_id, expires_at)
            select sha256('benchmark-judge'), judge_id, now() + interval '1 hour' from judge)
        select s.slug, c.slug, k.code from judge j join candidate k on k.id = j.candidate_id join category c on c.id = k.category_id
            join scheme s on s.id = c.scheme_id;
        """)
    desk = f"/judging/{scheme}/{category}/{code}"
    programme, one, listed = f"/events/{slug}", f"/sessions/{reference}", f"/api/v1/events/{slug}/sessions"
    cookie, staff = "Cookie: pw_session=benchmark", "Cookie: pw_session=benchmark-staff"
    judge = "Cookie: pw_session=benchmark-judge"
    bearer = "Authorization: Bearer benchmark"
    asked = {
        "plain text": ("/health/live", []),
        "programme unchanged": (programme, []),
        "programme anew": (programme, [cookie]),
        "session anew": (one, [cookie]),
        "list unchanged": (listed, []),
        "list anew": (listed, [bearer]),
        "drafts": ("/staff/events/many/sessions", [staff]),
        "judging desk": (desk, [judge]),
        "board": ("/awards/schemes/board/results/many", [staff]),
    }
    sizes, rates = {}, {name: [] for name in asked}
    for name, (path, headers) in asked.items():
        status, _, body = exchange(server.port, path, *headers)
        signed_in = any(header in (cookie, staff, judge) for header in headers)
        if status != 200 or signed_in != (b"Sign out" in body):
            raise SystemExit(f"{path} is not what was expected: {status}")
        sizes[name] = len(body) / 1000
        wrk(server.url(path), *headers)
    for _ in range(ROUNDS):
        for name, (path, headers) in asked.items():
            rates[name].append(wrk(server.url(path), *headers))
    for name, found in rates.items():
        say(f"{name}: {[round(rate) for rate in found]} requests/s of {sizes[name]:.1f} kB")
    base = median(rates["plain text"])

    def ratio(what, name, target):
        rate = median(rates[name])
        table.ratio(what, f"{rate:.0f}/s of {sizes[name]:.0f} kB", f"plain text {base:.0f}/s", rate / base, target)

    ratio(f"programme page ({sessions} sessions) unchanged", "programme unchanged", 0.4)
    ratio("  rendered anew with its reads", "programme anew", 0.05)
    ratio("session page rendered anew", "session anew", 0.08)
    ratio(f"JSON list of {sessions} sessions unchanged", "list unchanged", 0.3)
    ratio("  with a token, reads included", "list anew", 0.08)
    ratio("judging desk, one candidate", "judging desk", 0.05)
    drafts = median(rates["drafts"])
    table.add(
        f"staff's list of {DRAFTS} drafts", f"{drafts:.0f}/s of {sizes['drafts']:.0f} kB", target="300/s", met=drafts >= 300)
    boards = median(rates["board"])
    table.add(
        f"an award's board of {CANDIDATES} x 3 ballots", f"{boards:.0f}/s of {sizes['board']:.0f} kB", target="100/s",
        met=boards >= 100)


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
        streams(server, table)
        ceremony(server, table)
        storm(server, table)
    finally:
        server.stop()
    ready = median(again)
    table.add("ready after start, existing cluster", f"{ready:.2f} s", target="1.5 s", met=ready <= 1.5)
    table.add("first start ever, with the demo", f"{first:.2f} s", target="15 s", met=first <= 15)


main()
