extension Violation {
    /// The copy of session 4, which is in no release, into release 1, with one or two things different.
    private static func copy(
        release: Int = 1, session: Int = 4, strand: String = "null",
        during: String = "[2018-01-30 09:30Z,2018-01-30 10:30Z)",
        room: String = "2", latest: Bool = true, live: Bool = true
    ) -> String {
        """
        insert into release_session (release_id, session_id, event_id, title, kind, strand_id, description, during, room_id, online,
            capacity, latest, live)
        values (\(release), \(session), 1, 'X', 'workshop', \(strand), '', '\(during)', \(room), false, 9, \(latest), \(live))
        """
    }

    static let releases = [
        Violation("release_event", .foreign, "insert into release (event_id, number) values (99, 2)"),
        Violation("release_number_positive", .check, "insert into release (event_id, number) values (1, 0)"),
        Violation(
            "release_note_prose", .check,
            "insert into release (event_id, number, note) values (1, 2, repeat('x', 2001))"),
        Violation(
            "release_published_by", .foreign, "insert into release (event_id, number, published_by) values (1, 2, 99)"),
        Violation("release_number_once", .unique, "insert into release (event_id, number) values (1, 1)"),
        Violation(
            "release_pkey", .unique,
            "insert into release (id, event_id, number) overriding system value values (1, 1, 2)"),
        Violation("release_session_once", .unique, copy(session: 1, latest: false, live: false)),
        Violation(
            "release_session_one_latest", .unique,
            "insert into release (event_id, number) values (1, 2); \(copy(release: 2, session: 1, live: false))"),
        Violation("release_session_release", .foreign, copy(release: 99)),
        Violation("release_session_session", .foreign, copy(session: 3)),
        Violation("release_session_strand", .foreign, copy(strand: "2")),
        Violation("release_session_room", .foreign, copy(room: "99")),
        Violation("release_session_live_is_latest", .check, copy(latest: false)),
        Violation("release_session_during_sane", .check, copy(during: "empty")),
        Violation("release_session_during_sane", .check, copy(during: "[2018-01-30 09:30Z,)")),
        Violation("release_session_during_sane", .check, copy(during: "(,2018-01-30 09:30Z)")),
        Violation("release_session_during_sane", .check, copy(during: "[2018-01-30 09:30Z,infinity)")),
        Violation("release_session_during_sane", .check, copy(during: "[2018-01-30 09:30Z,2018-01-30 10:30Z]")),
        Violation("release_session_during_sane", .check, copy(during: "(2018-01-30 09:30Z,2018-01-30 10:30Z)")),
        Violation("release_session_during_sane", .check, copy(during: "[2018-01-30 09:30Z,2018-02-14 10:30Z)")),
        Violation(
            "room_no_double_booking", .exclusion, copy(during: "[2018-01-29 10:15Z,2018-01-29 10:45Z)", room: "1")),
        Violation(
            "facilitator_no_double_booking", .exclusion,
            "insert into release_facilitator values (1, 2, 3, '[2018-01-29 10:00Z,2018-01-29 11:00Z)', true)"),
        Violation(
            "release_facilitator_session", .foreign,
            "insert into release_facilitator values (1, 4, 2, '[2018-01-30 10:00Z,2018-01-30 11:00Z)', true)"),
        Violation(
            "release_facilitator_person", .foreign,
            "insert into release_facilitator values (1, 2, 99, '[2018-01-29 10:00Z,2018-01-29 11:00Z)', true)"),
        Violation(
            "release_facilitator_once", .unique,
            "insert into release_facilitator values (1, 1, 3, '[2018-01-29 09:30Z,2018-01-29 10:30Z)', false)"),
        Violation("release_is_immutable", .check, "update release set note = 'x' where id = 1"),
        Violation("release_is_immutable", .check, "delete from release where id = 1"),
        Violation("release_is_immutable", .check, "truncate release cascade"),
        Violation("release_is_immutable", .check, "update release_session set title = 'x' where session_id = 1"),
        Violation("release_is_immutable", .check, "delete from release_session where session_id = 2"),
        Violation("release_is_immutable", .check, "truncate release_session cascade"),
        Violation("release_is_immutable", .check, "update release_facilitator set person_id = 2"),
        Violation("release_is_immutable", .check, "delete from release_facilitator"),
        Violation("release_is_immutable", .check, "truncate release_facilitator"),
    ]
}
