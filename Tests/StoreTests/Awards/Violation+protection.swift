extension Violation {
    /// Beside the scheme of awards, one of everything that protects young people.
    private static func protection(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        award(
            rule, kind,
            """
            insert into consent (nominee_id, use, channel, agrees, giver, capacity) values (902, 'web', 'name', true, 'A', 'child');
            insert into break_glass (nominee_id, asked_by, reason) values (902, 1, 'R');
            insert into worry (nomination_id, raised_by, words) values (900, 1, '');
            \(sql)
            """)
    }

    private static func consent(_ use: String = "'web'", _ rest: String = "'name', true, 'A', 'child', null") -> String
    {
        "insert into consent (nominee_id, use, channel, agrees, giver, capacity, until_at) values (902, \(use), \(rest))"
    }

    static let protection = [
        protection(
            "consent_pkey", .unique,
            "insert into consent (id, nominee_id, use, channel, agrees, giver, capacity) overriding system value select id, 902, 'web', 'name', true, 'A', 'child' from consent"
        ),
        protection(
            "consent_public_id_once", .unique,
            "insert into consent (public_id, nominee_id, use, channel, agrees, giver, capacity) select public_id, 902, 'web', 'name', true, 'A', 'child' from consent"
        ),
        protection(
            "consent_nominee", .foreign,
            "insert into consent (nominee_id, use, channel, agrees, giver, capacity) values (999, 'web', 'name', true, 'A', 'child')"
        ),
        protection("consent_use_known", .check, consent("'x'")),
        protection("consent_channel_known", .check, consent("'web'", "'x', true, 'A', 'child', null")),
        protection("consent_giver_line", .check, consent("'web'", "'name', true, '', 'child', null")),
        protection("consent_capacity_known", .check, consent("'web'", "'name', true, 'A', 'x', null")),
        protection("consent_until_finite", .check, consent("'web'", "'name', true, 'A', 'child', 'infinity'")),
        protection("consent_ends_later", .check, consent("'web'", "'name', true, 'A', 'child', '2000-01-01'")),
        protection(
            "consent_recorded_by", .foreign,
            "insert into consent (nominee_id, use, channel, agrees, giver, capacity, recorded_by) values (902, 'web', 'name', true, 'A', 'child', 999)"
        ),
        protection("consent_stays_as_given", .check, "update consent set agrees = false"),
        protection(
            "consent_stays_as_given", .check,
            "update consent set withdrawn_at = app_now(); update consent set withdrawn_at = null"),
        protection("consent_stays_as_given", .check, "delete from consent"),
        protection(
            "break_glass_pkey", .unique,
            "insert into break_glass (id, nominee_id, asked_by, reason) overriding system value select id, 902, 1, 'R' from break_glass"
        ),
        protection(
            "break_glass_public_id_once", .unique,
            "insert into break_glass (public_id, nominee_id, asked_by, reason) select public_id, 902, 1, 'R' from break_glass"
        ),
        protection(
            "break_glass_nominee", .foreign,
            "insert into break_glass (nominee_id, asked_by, reason) values (999, 1, 'R')"),
        protection(
            "break_glass_asked_by", .foreign,
            "insert into break_glass (nominee_id, asked_by, reason) values (902, 999, 'R')"),
        protection(
            "break_glass_reason_line", .check,
            "insert into break_glass (nominee_id, asked_by, reason) values (902, 1, 'See case 4711')"),
        protection(
            "break_glass_granted_by", .foreign, "update break_glass set granted_by = 999, granted_at = app_now()"),
        protection("break_glass_two_people", .check, "update break_glass set granted_by = 1, granted_at = app_now()"),
        protection("break_glass_granted_whole", .check, "update break_glass set granted_by = 2"),
        protection("break_glass_is_kept", .check, "update break_glass set reason = 'Another'"),
        protection("break_glass_is_kept", .check, "delete from break_glass"),
        protection(
            "worry_pkey", .unique,
            "insert into worry (id, nomination_id, raised_by, words) overriding system value select id, 900, 1, '' from worry"
        ),
        protection(
            "worry_public_id_once", .unique,
            "insert into worry (public_id, nomination_id, raised_by, words) select public_id, 900, 1, '' from worry"),
        protection("worry_nomination", .foreign, "update worry set nomination_id = 999"),
        protection("worry_candidate", .foreign, "update worry set nomination_id = null, candidate_id = 999"),
        protection("worry_raised_by", .foreign, "update worry set raised_by = 999"),
        protection("worry_words_prose", .check, "update worry set words = repeat('x', 2001)"),
        protection("worry_seen_by", .foreign, "update worry set seen_by = 999, seen_at = app_now()"),
        protection("worry_about_one_thing", .check, "update worry set candidate_id = 900"),
        protection("worry_seen_whole", .check, "update worry set seen_by = 1"),
    ]
}
