extension Violation {
    /// Beside the scheme of awards, a picture that one person has added and another passed, and its bytes.
    private static func file(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        award(
            rule, kind,
            """
            insert into nomination_file (id, nomination_id, place, kind, caption, small_width, small_height, added_by, passed_by, passed_at)
            overriding system value values (900, 900, 1, 'picture', 'C', 1, 1, 1, 2, app_now());
            insert into nomination_file_content values (900, 'x', 'x');
            \(sql)
            """)
    }

    private static func added(_ columns: String = "place", _ values: String = "2", nomination: Int = 900) -> String {
        "insert into nomination_file (nomination_id, kind, caption, added_by, \(columns)) values (\(nomination), 'document', 'C', 1, \(values))"
    }

    /// Beside the scheme of awards, two more nominees of whom somebody has said that they are two.
    private static func two(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        award(
            rule, kind,
            """
            insert into nominee (id, scheme_id, pseudonym) overriding system value
            select v.id, 900, v.name from (values (970, 'Nominee 970'), (971, 'Nominee 971')) v(id, name);
            insert into nominees_apart (one_id, other_id) values (970, 971);
            \(sql)
            """)
    }

    static let apart = [
        two("nominees_apart_pkey", .unique, "insert into nominees_apart (one_id, other_id) values (970, 971)"),
        two("nominees_apart_in_order", .check, "insert into nominees_apart (one_id, other_id) values (971, 970)"),
        two("nominees_apart_one", .foreign, "update nominees_apart set one_id = -1"),
        two("nominees_apart_other", .foreign, "update nominees_apart set other_id = 9999"),
        two("nominees_apart_said_by", .foreign, "update nominees_apart set said_by = 999"),
    ]

    static let evidence = [
        file(
            "nomination_file_pkey", .unique,
            "insert into nomination_file (id, nomination_id, place, kind, caption, added_by) overriding system value values (900, 900, 2, 'document', 'C', 1)"
        ),
        file(
            "nomination_file_public_id_once", .unique,
            "insert into nomination_file (public_id, nomination_id, place, kind, caption, added_by) select public_id, 900, 2, 'document', 'C', 1 from nomination_file"
        ),
        file("nomination_file_nomination", .foreign, added(nomination: 999)),
        file("nomination_file_place_range", .check, added("place", "4")),
        file("nomination_file_place_once", .unique, added("place", "1")),
        file(
            "nomination_file_kind_known", .check,
            "update nomination_file set kind = 'film', small_width = null, small_height = null"),
        file("nomination_file_caption_line", .check, "update nomination_file set caption = 'On case 4711'"),
        file("nomination_file_caption_line", .check, "update nomination_file set caption = ''"),
        file("nomination_file_width_range", .check, "update nomination_file set small_width = 321"),
        file("nomination_file_height_range", .check, "update nomination_file set small_height = 0"),
        file("nomination_file_picture_whole", .check, "update nomination_file set kind = 'document'"),
        file("nomination_file_added_by", .foreign, "update nomination_file set added_by = 999"),
        file("nomination_file_passed_by", .foreign, "update nomination_file set passed_by = 999"),
        file(
            "nomination_file_checked_by", .foreign,
            "update nomination_file set checked_by = 999, checked_at = app_now()"),
        file("nomination_file_passed_whole", .check, "update nomination_file set passed_at = null"),
        file("nomination_file_checked_whole", .check, "update nomination_file set checked_by = 3"),
        file(
            "nomination_file_passed_first", .check,
            "update nomination_file set passed_by = null, passed_at = null, checked_by = 3, checked_at = app_now()"),
        file(
            "nomination_file_checked_by_another", .check,
            "update nomination_file set checked_by = 2, checked_at = app_now()"),
        file("nomination_file_not_passed_by_oneself", .check, "update nomination_file set passed_by = 1"),
        file(
            "nomination_file_not_passed_by_oneself", .check,
            "update nomination_file set checked_by = 1, checked_at = app_now()"),
        file("nomination_file_content_pkey", .unique, "insert into nomination_file_content values (900, 'x')"),
        file("nomination_file_content_file", .foreign, "insert into nomination_file_content values (999, 'x')"),
        file("nomination_file_content_size", .check, "update nomination_file_content set content = ''"),
        file(
            "nomination_file_content_size", .check,
            "update nomination_file_content set content = convert_to(repeat('x', 5242881), 'UTF8')"),
        file(
            "nomination_file_small_size", .check,
            "update nomination_file_content set small = convert_to(repeat('x', 262145), 'UTF8')"),
    ]
}
