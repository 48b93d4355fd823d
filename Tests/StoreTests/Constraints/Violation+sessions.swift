extension Violation {
    private static let new = "insert into session (event_id, reference, title, capacity)"

    static let sessions = [
        Violation("session_event", .foreign, "\(new) values (99, 'PW18-900', 'X', 9)"),
        Violation("session_reference_form", .check, "\(new) values (1, 'pw18-900', 'X', 9)"),
        Violation("session_title_line", .check, "update session set title = '' where id = 1"),
        Violation("session_kind_form", .check, "update session set kind = 'Work shop' where id = 1"),
        Violation(
            "session_description_prose", .check, "update session set description = repeat('x', 5001) where id = 1"),
        Violation("session_minutes_range", .check, "update session set minutes = 0 where id = 1"),
        Violation("session_room", .foreign, "update session set room_id = 99 where id = 1"),
        Violation("session_online_url_form", .check, "update session set online_url = 'javascript:x' where id = 1"),
        Violation("session_capacity_range", .check, "update session set capacity = 10001 where id = 1"),
        Violation(
            "session_never_oversold", .check,
            "insert into booking (session_id, person_id, state) values (1, 3, 'confirmed')"),
        Violation("session_never_oversold", .check, "update booking set state = 'confirmed' where id = 2"),
        Violation("session_never_oversold", .check, "update session set taken = capacity + 1 where id = 1"),
        Violation("session_never_oversold", .check, "update session set taken = -1 where id = 1"),
        Violation("session_waiting_not_negative", .check, "update session set waiting = -1 where id = 1"),
        Violation("session_state_known", .check, "update session set state = 'completed' where id = 1"),
        Violation(
            "session_cancel_reason_line", .check,
            "update session set state = 'cancelled', cancelled_at = app_now(), cancel_reason = '' where id = 1"),
        Violation("session_cancelled_has_reason", .check, "update session set state = 'cancelled' where id = 1"),
        Violation("session_cancelled_has_reason", .check, "update session set cancel_reason = 'Snow' where id = 1"),
        Violation(
            "session_sequence_not_negative", .check,
            "insert into session (event_id, reference, title, capacity, sequence) values (1, 'PW18-900', 'X', 9, -1)"),
        Violation("session_reference_once", .unique, "\(new) values (1, 'PW18-001', 'X', 9)"),
        Violation(
            "session_public_id_once", .unique,
            """
            insert into session (public_id, event_id, reference, title, capacity)
            select public_id, 1, 'PW18-900', 'X', 9 from session where id = 1
            """),
        Violation(
            "session_pkey", .unique,
            "insert into session (id, event_id, reference, title, capacity) overriding system value values (1, 1, 'PW18-900', 'X', 9)"
        ),
        Violation("session_strand_of_event", .foreign, "update session set strand_id = 2 where id = 1"),
        Violation(
            "session_series_of_event", .foreign,
            "update session set series_id = 2, recurrence_id = '2018-01-29 09:30Z' where id = 1"),
        Violation(
            "session_occurrence_once", .unique,
            "update session set series_id = 1, recurrence_id = '2018-01-30 09:30Z' where id = 1"),
        Violation("session_occurrence_whole", .check, "update session set series_id = 1 where id = 1"),
        Violation("session_placed_or_not", .check, "update session set starts_at = '2018-03-01 09:30Z' where id = 3"),
        Violation("session_during_sane", .check, "update session set ends_at = starts_at where id = 1"),
        Violation(
            "session_during_sane", .check, "update session set ends_at = starts_at + interval '15 days' where id = 1"),
        Violation("session_during_sane", .check, "update session set ends_at = 'infinity' where id = 1"),
        Violation("session_scheduled_has_time", .check, "update session set state = 'scheduled' where id = 3"),
        Violation("session_no_case_data", .check, "update session set title = 'Case 4711' where id = 1"),
        Violation("session_no_case_data", .check, "update session set description = 'see case number 12' where id = 1"),
        Violation("session_released_is_kept", .check, "delete from session where id = 1"),
        Violation("session_released_is_kept", .check, "update session set ever_released = false where id = 1"),
        Violation("session_reference_is_for_life", .check, "update session set reference = 'PW18-900' where id = 1"),
        Violation(
            "session_reference_is_for_life", .check, "update session set public_id = gen_random_uuid() where id = 1"),
        Violation("session_sequence_never_falls", .check, "update session set sequence = sequence - 1 where id = 1"),
        Violation("session_facilitator_session", .foreign, "insert into session_facilitator values (99, 1)"),
        Violation("session_facilitator_person", .foreign, "insert into session_facilitator values (1, 99)"),
        Violation("session_facilitator_once", .unique, "insert into session_facilitator values (1, 3)"),
    ]
}
