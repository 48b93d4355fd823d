extension Violation {
    private static let newFile = "insert into kept_file (person_id, kind, name, content)"
    private static let newRecipe = "insert into export_recipe (name, kind)"
    private static let first = "'00000000-0000-4000-8000-000000000001'"

    static let files = [
        Violation(
            "kept_file_pkey", .unique,
            #"insert into kept_file (public_id, person_id, kind, name, content) values (\#(first), 1, 'people', 'x', '\x61')"#
        ),
        Violation("kept_file_person", .foreign, #"\#(newFile) values (99, 'people', 'x', '\x61')"#),
        Violation("kept_file_kind_form", .check, #"\#(newFile) values (1, 'No Kind', 'x', '\x61')"#),
        Violation(
            "kept_file_event_form", .check,
            #"insert into kept_file (person_id, kind, event_slug, name, content) values (1, 'people', 'No slug', 'x', '\x61')"#
        ),
        Violation("kept_file_name_line", .check, #"\#(newFile) values (1, 'people', '', '\x61')"#),
        Violation("kept_file_content_size", .check, #"\#(newFile) values (1, 'people', 'x', '')"#),
        Violation(
            "export_recipe_pkey", .unique,
            "insert into export_recipe (public_id, name, kind) values (\(first), 'Another', 'people')"),
        Violation("export_recipe_name_line", .check, "\(newRecipe) values ('', 'people')"),
        Violation("export_recipe_name_once", .unique, "\(newRecipe) values ('door LISTS', 'people')"),
        Violation("export_recipe_kind_form", .check, "\(newRecipe) values ('Another', 'No Kind')"),
        Violation(
            "export_recipe_event", .foreign,
            "insert into export_recipe (name, kind, event_id) values ('Another', 'people', 99)"),
        Violation(
            "export_recipe_made_by", .foreign,
            "insert into export_recipe (name, kind, made_by) values ('Another', 'people', 99)"),
        Violation(
            "team_move_pkey", .unique,
            "insert into team_move (id, person_id, team_id, moves_at) overriding system value values (1, 2, 1, '2018-03-02')"
        ),
        Violation(
            "team_move_public_id_once", .unique,
            "insert into team_move (public_id, person_id, team_id, moves_at) select public_id, 2, 1, '2018-03-02' from team_move where id = 1"
        ),
        Violation(
            "team_move_person", .foreign,
            "insert into team_move (person_id, team_id, moves_at) values (99, 1, '2018-03-02')"),
        Violation(
            "team_move_team", .foreign,
            "insert into team_move (person_id, team_id, moves_at) values (1, 99, '2018-03-02')"),
        Violation(
            "team_move_made_by", .foreign,
            "insert into team_move (person_id, team_id, moves_at, made_by) values (1, 1, '2018-03-02', 99)"),
        Violation("team_move_finite", .check, "update team_move set moves_at = 'infinity' where id = 1"),
        Violation(
            "team_move_one_a_day", .unique,
            "insert into team_move (person_id, team_id, moves_at) values (1, 1, '2018-03-01')"),
        Violation(
            "post_pkey", .unique, "insert into post (id, name) overriding system value values (1, 'Another')"),
        Violation(
            "post_public_id_once", .unique,
            "insert into post (name, public_id) select 'Another', public_id from post where id = 1"),
        Violation("post_name_line", .check, "insert into post (name) values ('')"),
        Violation("post_name_once", .unique, "insert into post (name) values ('DIRECTOR')"),
        Violation(
            "post_holder_pkey", .unique,
            """
            insert into post_holder (id, post_id, person_id, from_day, to_day) overriding system value
            values (1, 1, 1, '2017-01-01', '2017-12-31')
            """),
        Violation(
            "post_holder_post", .foreign,
            "insert into post_holder (post_id, person_id, from_day) values (99, 1, '2018-01-01')"),
        Violation(
            "post_holder_person", .foreign,
            "insert into post_holder (post_id, person_id, from_day, to_day) values (1, 99, '2017-01-01', '2017-12-31')"),
        Violation(
            "post_holder_days_in_order", .check,
            "insert into post_holder (post_id, person_id, from_day, to_day) values (1, 1, '2017-12-31', '2017-01-01')"),
        Violation(
            "post_has_one_holder", .exclusion,
            "insert into post_holder (post_id, person_id, from_day) values (1, 2, '2018-06-01')"),
        Violation(
            "outbox_sent_words_fit", .check, "update outbox set sent_subject = repeat('x', 501) where id = 1"),
        Violation(
            "outbox_codes_are_not_kept", .check,
            "update outbox set template = 'sign_in_code', sent_text = 'x' where id = 1"),
    ]
}
