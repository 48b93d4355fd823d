extension Violation {
    /// One that waits, number 900, by the first person to the second.
    private static func thanks(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        Violation(
            rule, kind,
            """
            insert into shout_out (id, written_by, to_name, person_id, words) overriding system value
            values (900, 1, 'B', 2, 'Thank you'); \(sql)
            """)
    }

    private static func written(_ rule: String, _ kind: Kind, _ columns: String, _ values: String) -> Violation {
        thanks(rule, kind, "insert into shout_out (\(columns)) values (\(values))")
    }

    private static func moved(_ rule: String, _ kind: Kind, _ change: String) -> Violation {
        thanks(rule, kind, "update shout_out set \(change) where id = 900")
    }

    static let thankYou = [
        thanks(
            "shout_out_pkey", .unique,
            "insert into shout_out (id, written_by, words) overriding system value values (900, 1, 'W')"),
        thanks(
            "shout_out_public_id_once", .unique,
            "insert into shout_out (public_id, written_by, words) select public_id, 1, 'W' from shout_out where id = 900"
        ),
        written("shout_out_written_by", .foreign, "written_by, words", "999, 'W'"),
        written("shout_out_team", .foreign, "written_by, team_id, words", "1, 999, 'W'"),
        written("shout_out_to_name_line", .check, "written_by, to_name, words", "1, '', 'W'"),
        written("shout_out_person", .foreign, "written_by, to_name, person_id, words", "1, 'B', 999, 'W'"),
        written("shout_out_event", .foreign, "written_by, event_id, words", "1, 999, 'W'"),
        written("shout_out_words_prose", .check, "written_by, words", "1, 'Thanks for case 4711'"),
        written("shout_out_words_prose", .check, "written_by, words", "1, repeat('x', 501)"),
        written("shout_out_words_prose", .check, "written_by, words", "1, ' '"),
        written("shout_out_to_one", .check, "written_by, team_id, to_name, words", "1, 1, 'B', 'W'"),
        written("shout_out_person_by_name", .check, "written_by, person_id, words", "1, 2, 'W'"),
        written("shout_out_to_somebody_else", .check, "written_by, to_name, person_id, words", "1, 'A', 1, 'W'"),
        moved("shout_out_state_known", .check, "state = 'x', decided_at = app_now()"),
        moved(
            "shout_out_decline_reason_line", .check, "state = 'declined', decided_at = app_now(), decline_reason = ''"),
        moved("shout_out_decided_by", .foreign, "state = 'shown', decided_at = app_now(), decided_by = 999"),
        moved("shout_out_decided_by_another", .check, "state = 'shown', decided_at = app_now(), decided_by = 1"),
        moved("shout_out_decided_whole", .check, "state = 'shown'"),
        moved("shout_out_declined_has_reason", .check, "state = 'declined', decided_at = app_now()"),
        moved("shout_out_stays_as_written", .check, "words = 'Other words'"),
        thanks("shout_out_stays_as_written", .check, "delete from shout_out"),
        thanks(
            "shout_out_stays_as_written", .check,
            """
            update shout_out set state = 'withdrawn' where id = 900;
            update shout_out set state = 'shown', decided_at = app_now() where id = 900
            """),
    ]
}
