extension Violation {
    /// A scheme, number 960, whose young nominee 960 has their record, and of whose nominee 961 everything is deleted.
    private static func kept(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        Violation(
            rule, kind,
            """
            insert into scheme (id, slug, title, kind, opens_at, closes_at) overriding system value values
            (960, 'deleted', 'Deleted', 'celebrated', app_now(), app_now() + interval '1 day');
            insert into nominee (id, scheme_id, pseudonym) overriding system value values (960, 960, 'Nominee 7Q4'), (961, 960, 'Nominee 7Q5');
            insert into retention (scheme_id, months) values (960, 6);
            insert into hand_over (nominee_id, outcome, receiver) values (960, 'handed_over', 'child');
            insert into purge (id, scheme_id) overriding system value values (960, 960), (961, 960);
            insert into purge_nominee values (961, 960, 'retention');
            insert into purge_item values (960, 'legal_name', 1, sha256('1'));
            \(sql)
            """)
    }

    static let retention = [
        kept("retention_pkey", .unique, "insert into retention (scheme_id, months) values (960, 6)"),
        kept("retention_scheme", .foreign, "insert into retention (scheme_id, months) values (999, 6)"),
        kept("retention_months_range", .check, "update retention set months = 121"),
        kept("retention_set_by", .foreign, "update retention set set_by = 999"),
        kept("hand_over_pkey", .unique, "insert into hand_over (nominee_id, outcome) values (960, 'refused')"),
        kept("hand_over_nominee", .foreign, "insert into hand_over (nominee_id, outcome) values (999, 'refused')"),
        kept("hand_over_outcome_known", .check, "update hand_over set outcome = 'lost', receiver = null"),
        kept("hand_over_receiver_known", .check, "update hand_over set receiver = 'press'"),
        kept("hand_over_receiver_whole", .check, "update hand_over set receiver = null"),
        kept("hand_over_recorded_by", .foreign, "update hand_over set recorded_by = 999"),
        kept("purge_pkey", .unique, "insert into purge (id, scheme_id) overriding system value values (960, 960)"),
        kept(
            "purge_public_id_once", .unique,
            "insert into purge (public_id, scheme_id) select public_id, 960 from purge where id = 960"),
        kept("purge_scheme", .foreign, "insert into purge (scheme_id) values (999)"),
        kept("purge_purged_by", .foreign, "insert into purge (scheme_id, purged_by) values (960, 999)"),
        kept("purge_is_append_only", .check, "update purge set purged_by = 1"),
        kept("purge_nominee_pkey", .unique, "insert into purge_nominee values (961, 961, 'refused')"),
        kept("purge_nominee_nominee", .foreign, "insert into purge_nominee values (999, 960, 'refused')"),
        kept("purge_nominee_purge", .foreign, "insert into purge_nominee values (960, 999, 'refused')"),
        kept("purge_nominee_rule_known", .check, "insert into purge_nominee values (960, 960, 'whim')"),
        kept("purge_nominee_is_append_only", .check, "delete from purge_nominee"),
        kept("purge_item_pkey", .unique, "insert into purge_item values (960, 'legal_name', 1, sha256('2'))"),
        kept("purge_item_purge", .foreign, "insert into purge_item values (999, 'text', 1, sha256('2'))"),
        kept("purge_item_kind_known", .check, "insert into purge_item values (960, 'ballot', 1, sha256('2'))"),
        kept("purge_item_number_positive", .check, "insert into purge_item values (960, 'text', 0, sha256('2'))"),
        kept("purge_item_keys_hash_size", .check, "insert into purge_item values (960, 'text', 1, 'x')"),
        kept("purge_item_is_append_only", .check, "update purge_item set number = 2"),
        kept("purged_stays", .check, "insert into young_person_name values (961, 'Zebedee Quill')"),
        kept("purged_stays", .check, "insert into ceremony_name (nominee_id, name) values (961, 'Zed')"),
        kept("purged_stays", .check, "insert into hand_over (nominee_id, outcome) values (961, 'refused')"),
    ]
}
