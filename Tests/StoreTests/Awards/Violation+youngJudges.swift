extension Violation {
    private static func young(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        award(
            rule, kind,
            """
            insert into young_judge (person_id, panel_id, card_hash, supporter_id, agreed_by) values (2, 900, sha256('a'), 1, 'carer');
            insert into panel_pin (panel_id, pin_hash, expires_at) values (900, sha256('1'), app_now());
            \(sql)
            """)
    }

    private static func seat(_ values: String) -> String {
        "insert into young_judge (person_id, panel_id, card_hash, supporter_id, agreed_by) values (\(values))"
    }

    static let youngJudges = [
        young("young_judge_pkey", .unique, seat("2, 900, sha256('b'), 1, 'carer'")),
        young("young_judge_person", .foreign, seat("999, 900, sha256('b'), 1, 'carer'")),
        young("young_judge_panel", .foreign, seat("3, 999, sha256('b'), 1, 'carer'")),
        young("young_judge_card_once", .unique, seat("3, 900, sha256('a'), 1, 'carer'")),
        young("young_judge_card_size", .check, seat("3, 900, '', 1, 'carer'")),
        young("young_judge_supporter", .foreign, seat("3, 900, sha256('b'), 999, 'carer'")),
        young("young_judge_agreed_by_known", .check, seat("3, 900, sha256('b'), 1, 'x'")),
        young("young_judge_supported_by_another", .check, seat("3, 900, sha256('b'), 3, 'carer'")),
        young(
            "panel_pin_pkey", .unique,
            "insert into panel_pin (panel_id, pin_hash, expires_at) values (900, sha256('2'), app_now())"),
        young(
            "panel_pin_panel", .foreign,
            "insert into panel_pin (panel_id, pin_hash, expires_at) values (999, sha256('2'), app_now())"),
        young("panel_pin_hash_size", .check, "update panel_pin set pin_hash = ''"),
        young("panel_pin_expires_finite", .check, "update panel_pin set expires_at = 'infinity'"),
    ]
}
