extension Violation {
    /// Two ceremonies, numbers 900 and 901; of the first two tables and three guests: a person, somebody by name who sits at the first
    /// table, and a young person.
    private static let invited = """
        insert into ceremony (id, slug, title, room_id, starts_at) overriding system value values
        (900, 'gala', 'Gala', 1, app_now() + interval '9 days'), (901, 'other', 'Other', 1, app_now() + interval '9 days');
        insert into ceremony_table (id, ceremony_id, name, seats) overriding system value values
        (900, 900, 'Oak', 4), (901, 901, 'Elm', 4), (902, 900, 'Ash', 2);
        insert into scheme (id, slug, title, kind, opens_at, closes_at) overriding system value values
        (900, 'young', 'Young', 'celebrated', app_now(), app_now() + interval '1 day');
        insert into nominee (id, scheme_id, pseudonym) overriding system value values (900, 900, 'Nominee 7Q4');
        insert into guest (id, ceremony_id, person_id) overriding system value values (900, 900, 1);
        insert into guest (id, ceremony_id, name, party, table_id) overriding system value values (901, 900, 'Ida Bright', 3, 900);
        insert into guest (id, ceremony_id, nominee_id) overriding system value values (902, 900, 900);
        insert into guest (id, ceremony_id, name, email) overriding system value values (903, 900, 'Una', 'una@example.org');
        insert into guest_address (token_hash, guest_id) values (sha256('a'), 900);
        insert into guest_need (guest_id, need, people) values (901, 'vegan', 2);
        insert into seat_wish values (900, 900, 901, true);
        """

    private static func guest(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        Violation(rule, kind, "\(invited) \(sql)")
    }

    /// The guest who is there by name.
    private static func changed(_ rule: String, _ change: String, _ kind: Kind = .check) -> Violation {
        guest(rule, kind, "update guest set \(change) where id = 901")
    }

    static let guests =
        guestRows + [
            guest(
                "seat_before_pkey", .unique,
                "insert into seat_before values (901, 900, null, 900), (901, 900, 902, 900)"),
            guest("seat_before_guest", .foreign, "insert into seat_before values (999, 900, null, 900)"),
            guest("seat_before_before", .foreign, "insert into seat_before values (901, 900, 901, 900)"),
            guest("seat_before_after", .foreign, "insert into seat_before values (901, 900, null, 901)"),
            guest("seat_before_moved", .check, "insert into seat_before values (901, 900, 900, 900)"),
            guest("ceremony_table_ceremony", .foreign, "update ceremony_table set ceremony_id = 999 where id = 902"),
            guest("ceremony_table_name_line", .check, "update ceremony_table set name = '' where id = 900"),
            guest("ceremony_table_seats_range", .check, "update ceremony_table set seats = 501 where id = 900"),
            guest("ceremony_table_never_overfull", .check, "update ceremony_table set seats = 2 where id = 900"),
            guest("ceremony_table_never_overfull", .check, "update guest set table_id = 902 where id = 901"),
            guest(
                "ceremony_table_never_overfull", .check,
                "insert into guest (ceremony_id, name, party, table_id) values (900, 'Two more', 2, 900)"),
            changed("ceremony_table_never_overfull", "party = 5"),
            guest(
                "ceremony_table_name_once", .unique,
                "insert into ceremony_table (ceremony_id, name, seats) values (900, 'OAK', 4)"),
            guest(
                "ceremony_table_pkey", .unique,
                """
                insert into ceremony_table (id, ceremony_id, name, seats) overriding system value values (900, 901, 'Fir', 4)
                """),
            guest("guest_address_hash_size", .check, "update guest_address set token_hash = 'x'"),
            guest("guest_address_guest", .foreign, "insert into guest_address values (sha256('b'), 999)"),
            guest("guest_address_pkey", .unique, "insert into guest_address values (sha256('a'), 901)"),
            guest("guest_need_guest", .foreign, "insert into guest_need values (999, 'vegan')"),
            guest("guest_need_known", .check, "insert into guest_need values (901, 'gold')"),
            guest("guest_need_people_range", .check, "update guest_need set people = 0"),
            guest(
                "guest_need_words_line", .check,
                "insert into guest_need values (901, 'other_diet', 1, 'as in case 4711')"),
            guest("guest_need_pkey", .unique, "insert into guest_need values (901, 'vegan')"),
            guest("guest_need_words_of_other", .check, "update guest_need set words = 'x'"),
            guest("seat_wish_pkey", .unique, "insert into seat_wish values (900, 900, 901, false)"),
            guest("seat_wish_one", .foreign, "insert into seat_wish values (901, 900, 902, false)"),
            guest(
                "seat_wish_other", .foreign,
                """
                insert into guest (id, ceremony_id, name) overriding system value values (899, 901, 'Far');
                insert into seat_wish values (901, 899, 902, true)
                """),
            guest("seat_wish_of_two", .check, "insert into seat_wish values (900, 901, 900, true)"),
            guest(
                "outbox_guest", .foreign,
                """
                insert into outbox (guest_id, template, payload, dedupe_key, message_id)
                values (999, 'guest_invited', '{}', 'k', 'm')
                """),
        ]

    private static let guestRows = [
        guest("guest_ceremony", .foreign, "insert into guest (ceremony_id, name) values (999, 'A')"),
        guest("guest_person", .foreign, "insert into guest (ceremony_id, person_id) values (900, 999)"),
        guest("guest_nominee", .foreign, "insert into guest (ceremony_id, nominee_id) values (900, 999)"),
        changed("guest_name_line", "name = ' Ida'"),
        changed("guest_name_line", "name = repeat('x', 301)"),
        changed("guest_email_line", "email = 'Ida@example.org'"),
        changed("guest_party_range", "party = 51"),
        changed("guest_invitations_not_negative", "invitations = -1"),
        changed("guest_added_by", "added_by = 999", .foreign),
        changed("guest_is_one_thing", "person_id = 2"),
        guest("guest_address_has_name", .check, "update guest set email = 'a@example.org' where id = 900"),
        changed("guest_coming_of_party", "coming = 4, replied_at = app_now()"),
        changed("guest_reply_whole", "coming = 1"),
        changed("guest_arrived_of_party", "arrived = 4, arrived_at = app_now()"),
        changed("guest_arrival_has_time", "arrived = 1"),
        changed("guest_table", "table_id = 901", .foreign),
        guest(
            "guest_pkey", .unique,
            "insert into guest (id, ceremony_id, name) overriding system value values (900, 901, 'A')"),
        guest(
            "guest_public_id_once", .unique,
            "insert into guest (public_id, ceremony_id, name) select public_id, 901, 'A' from guest where id = 900"),
        guest("guest_person_once", .unique, "insert into guest (ceremony_id, person_id) values (900, 1)"),
        guest("guest_nominee_once", .unique, "insert into guest (ceremony_id, nominee_id) values (900, 900)"),
        guest(
            "guest_email_once", .unique,
            "insert into guest (ceremony_id, name, email) values (900, 'Another', 'una@example.org')"),
        guest("guest_name_once", .unique, "insert into guest (ceremony_id, name, party) values (900, 'IDA BRIGHT', 3)"),
    ]

    static let impliedByGuests = ["ceremony_table_of_ceremony", "guest_of_ceremony"]
}
