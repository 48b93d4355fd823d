extension Violation {
    private static let newSeries =
        "insert into series (event_id, slug, title, rule, starts_at, minutes, capacity, instances)"

    static let programme = [
        Violation("event_slug_form", .check, "update event set slug = 'a--b' where id = 1"),
        Violation("event_code_form", .check, "update event set code = 'pw18' where id = 1"),
        Violation("event_title_line", .check, "update event set title = '' where id = 1"),
        Violation("event_title_line", .check, "update event set title = 'About case no. 4711' where id = 1"),
        Violation("event_state_known", .check, "update event set state = 'open' where id = 1"),
        Violation("event_next_number_positive", .check, "update event set next_number = 0 where id = 1"),
        Violation("event_latest_release_positive", .check, "update event set latest_release = -1 where id = 1"),
        Violation(
            "event_booking_closes_sane", .check, "update event set booking_closes = interval '-1 hour' where id = 1"),
        Violation("event_days_in_order", .check, "update event set to_day = from_day - 1 where id = 1"),
        Violation(
            "event_days_bounded", .check, "update event set from_day = '1999-12-31', to_day = '2000-01-02' where id = 1"
        ),
        Violation("event_days_bounded", .check, "update event set to_day = from_day + 801 where id = 1"),
        Violation("event_published_has_date", .check, "update event set published_at = null where id = 1"),
        Violation(
            "event_slug_once", .unique,
            "insert into event (slug, code, title, from_day, to_day) values ('week', 'XX', 'X', '2018-01-01', '2018-01-02')"
        ),
        Violation(
            "event_code_once", .unique,
            "insert into event (slug, code, title, from_day, to_day) values ('x', 'PW18', 'X', '2018-01-01', '2018-01-02')"
        ),
        Violation(
            "event_pkey", .unique,
            """
            insert into event (id, slug, code, title, from_day, to_day) overriding system value
            values (1, 'x', 'XX', 'X', '2018-01-01', '2018-01-02')
            """),
        Violation("strand_event", .foreign, "insert into strand (event_id, slug, name) values (99, 'x', 'X')"),
        Violation("strand_slug_form", .check, "update strand set slug = '-' where id = 1"),
        Violation("strand_name_line", .check, "update strand set name = '' where id = 1"),
        Violation("strand_slug_once", .unique, "insert into strand (event_id, slug, name) values (1, 'voice', 'X')"),
        Violation(
            "strand_pkey", .unique,
            "insert into strand (id, event_id, slug, name) overriding system value values (1, 1, 'x', 'X')"),
        Violation("series_event", .foreign, "\(newSeries) values (99, 'x', 'X', 'R', '2018-01-29', 60, 9, 3)"),
        Violation("series_slug_form", .check, "update series set slug = '' where id = 1"),
        Violation("series_title_line", .check, "update series set title = 'Case ref: 12' where id = 1"),
        Violation("series_rule_line", .check, "update series set rule = '' where id = 1"),
        Violation("series_starts_finite", .check, "update series set starts_at = 'infinity' where id = 1"),
        Violation("series_minutes_range", .check, "update series set minutes = 4 where id = 1"),
        Violation("series_room", .foreign, "update series set room_id = 99 where id = 1"),
        Violation("series_capacity_range", .check, "update series set capacity = 0 where id = 1"),
        Violation("series_instances_range", .check, "update series set instances = 0 where id = 1"),
        Violation("series_one_end", .check, "update series set until_day = '2018-12-31' where id = 1"),
        Violation("series_one_end", .check, "update series set instances = null where id = 1"),
        Violation("series_slug_once", .unique, "\(newSeries) values (1, 'briefing', 'X', 'R', '2018-01-29', 60, 9, 3)"),
        Violation(
            "series_public_id_once", .unique,
            """
            insert into series (public_id, event_id, slug, title, rule, starts_at, minutes, capacity, instances)
            select public_id, 1, 'x', 'X', 'R', starts_at, 60, 9, 3 from series where id = 1
            """),
        Violation(
            "series_pkey", .unique,
            """
            insert into series (id, event_id, slug, title, rule, starts_at, minutes, capacity, instances) overriding system value
            values (1, 1, 'x', 'X', 'R', '2018-01-29', 60, 9, 3)
            """),
        Violation("series_facilitator_series", .foreign, "insert into series_facilitator values (99, 1)"),
        Violation("series_facilitator_person", .foreign, "insert into series_facilitator values (1, 99)"),
        Violation("series_facilitator_once", .unique, "insert into series_facilitator values (1, 3)"),
        Violation(
            "audience_rule_session", .foreign, "insert into audience_rule (session_id, role) values (99, 'staff')"),
        Violation(
            "audience_rule_role_known", .check, "insert into audience_rule (session_id, role) values (2, 'judge')"),
        Violation(
            "audience_rule_service_line", .check, "insert into audience_rule (session_id, service) values (2, '')"),
        Violation("audience_rule_team", .foreign, "insert into audience_rule (session_id, team_id) values (2, 99)"),
        Violation(
            "audience_rule_organisation", .foreign,
            "insert into audience_rule (session_id, organisation_id) values (2, 99)"),
        Violation(
            "audience_rule_after", .foreign, "insert into audience_rule (session_id, after_session_id) values (2, 99)"),
        Violation("audience_rule_one_kind", .check, "insert into audience_rule (session_id) values (2)"),
        Violation(
            "audience_rule_one_kind", .check,
            "insert into audience_rule (session_id, role, team_id) values (2, 'staff', 1)"),
        Violation(
            "audience_rule_not_itself", .check, "insert into audience_rule (session_id, after_session_id) values (2, 2)"
        ),
        Violation("audience_rule_once", .unique, "insert into audience_rule (session_id, role) values (2, 'manager')"),
        Violation(
            "audience_rule_pkey", .unique,
            "insert into audience_rule (id, session_id, role) overriding system value values (1, 2, 'staff')"),
    ]
}
