extension Violation {
    private static let new = "insert into booking (session_id, person_id, state)"

    static let booking = [
        Violation("booking_session", .foreign, "\(new) values (99, 1, 'waiting')"),
        Violation("booking_person", .foreign, "\(new) values (1, 99, 'waiting')"),
        Violation("booking_state_known", .check, "\(new) values (1, 3, 'booked')"),
        Violation("booking_booked_by", .foreign, "update booking set booked_by = 99 where id = 1"),
        Violation(
            "booking_passed_over_reason_line", .check,
            "update booking set passed_over_reason = '', passed_over_at = app_now() where id = 2"),
        Violation("booking_passed_over_whole", .check, "update booking set passed_over_at = app_now() where id = 2"),
        Violation("booking_cancel_reason_line", .check, "update booking set cancel_reason = '' where id = 1"),
        Violation("booking_sequence_not_negative", .check, "update booking set sequence = -1 where id = 1"),
        Violation(
            "booking_queue_number_once", .unique,
            "insert into booking (session_id, person_id, state, queue_number) select 1, 3, 'waiting', queue_number from booking where id = 1"
        ),
        Violation(
            "booking_public_id_once", .unique,
            "insert into booking (session_id, person_id, state, public_id) select 1, 3, 'waiting', public_id from booking where id = 1"
        ),
        Violation("booking_one_live", .unique, "\(new) values (1, 1, 'waiting')"),
        Violation(
            "booking_pkey", .unique,
            "insert into booking (id, session_id, person_id, state) overriding system value values (1, 1, 3, 'waiting')"
        ),
        Violation("booking_is_kept", .check, "delete from booking where id = 1"),
        Violation("booking_identity_is_for_life", .check, "update booking set person_id = 3 where id = 1"),
        Violation("booking_identity_is_for_life", .check, "update booking set session_id = 2 where id = 1"),
        Violation("booking_identity_is_for_life", .check, "update booking set queue_number = 999 where id = 2"),
        Violation(
            "booking_identity_is_for_life", .check,
            "update booking set booked_at = booked_at - interval '1 day' where id = 2"),
        Violation("booking_transition_allowed", .check, "update booking set state = 'waiting' where id = 1"),
        Violation(
            "booking_transition_pkey", .unique, "insert into booking_transition select * from booking_transition"),
        Violation(
            "booking_history_booking", .foreign,
            "insert into booking_history (booking_id, to_state) values (99, 'confirmed')"),
        Violation(
            "booking_history_by", .foreign,
            "insert into booking_history (booking_id, to_state, by_person) values (1, 'confirmed', 99)"),
        Violation(
            "booking_history_reason_line", .check,
            "insert into booking_history (booking_id, to_state, reason) values (1, 'confirmed', '')"),
        Violation(
            "booking_history_pkey", .unique,
            "insert into booking_history (id, booking_id, to_state) overriding system value values (1, 1, 'confirmed')"),
        Violation("booking_history_is_append_only", .check, "update booking_history set to_state = 'waiting'"),
        Violation("booking_history_is_append_only", .check, "delete from booking_history"),
        Violation("booking_history_is_append_only", .check, "truncate booking_history"),
    ]
}
