extension Violation {
    /// A ceremony, number 950, whose certificates were printed with the name of the young nominee 950.
    private static func print(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        Violation(
            rule, kind,
            """
            insert into ceremony (id, slug, title, room_id, starts_at) overriding system value values
            (950, 'printed', 'Printed', 1, app_now() + interval '9 days');
            insert into scheme (id, slug, title, kind, opens_at, closes_at) overriding system value values
            (950, 'printed', 'Printed', 'celebrated', app_now(), app_now() + interval '1 day');
            insert into nominee (id, scheme_id, pseudonym) overriding system value values (950, 950, 'Nominee 7Q4');
            insert into ceremony_print (id, ceremony_id, paper, printed_by) overriding system value values
            (950, 950, 'certificates', 1), (951, 950, 'press', 1);
            insert into ceremony_print_held values (950, 950, 'certificate', 'name');
            \(sql)
            """)
    }

    private static func changed(_ rule: String, _ kind: Kind, _ set: String) -> Violation {
        print(rule, kind, "update ceremony_print set \(set) where id = 950")
    }

    static let prints = [
        print(
            "ceremony_print_pkey", .unique,
            "insert into ceremony_print (id, ceremony_id, paper) overriding system value values (950, 950, 'press')"),
        changed(
            "ceremony_print_public_id_once", .unique,
            "public_id = (select public_id from ceremony_print where id = 951)"),
        changed("ceremony_print_ceremony", .foreign, "ceremony_id = 999"),
        changed("ceremony_print_paper_known", .check, "paper = 'poster'"),
        changed("ceremony_print_printed_by", .foreign, "printed_by = 999"),
        changed("ceremony_print_destroyed_by", .foreign, "destroyed_by = 999, destroyed_at = printed_at"),
        changed("ceremony_print_destroyed_whole", .check, "destroyed_by = 1"),
        changed("ceremony_print_destroyed_later", .check, "destroyed_at = printed_at - interval '1 second'"),
        print(
            "ceremony_print_held_pkey", .unique,
            "insert into ceremony_print_held values (950, 950, 'certificate', 'name')"),
        print("ceremony_print_held_print", .foreign, "update ceremony_print_held set print_id = 999"),
        print("ceremony_print_held_nominee", .foreign, "update ceremony_print_held set nominee_id = 999"),
        print("ceremony_print_held_use_known", .check, "update ceremony_print_held set use = 'poster'"),
        print("ceremony_print_held_channel_known", .check, "update ceremony_print_held set channel = 'voice'"),
    ]
}
