extension Violation {
    /// Beside the scheme of awards, a ceremony of it with one of everything.
    private static func ceremony(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        award(
            rule, kind,
            """
            insert into ceremony (id, slug, title, room_id, starts_at, made_by) overriding system value values
            (900, 'night', 'Night', 1, '2018-02-02 19:00Z', 1), (901, 'other', 'Other', 1, '2018-02-03 19:00Z', 1);
            insert into ceremony_scheme values (900, 900, 1);
            insert into ceremony_crew values (900, 'presenter', 1), (900, 'stage_manager', 2), (900, 'reader', 3);
            insert into ceremony_version (ceremony_id, number, compiled_by) values (900, 1, 1);
            insert into ceremony_version_result values (900, 1, 900, sha256('r'));
            insert into ceremony_award values (900, 1, 900, 1, 1);
            insert into ceremony_finalist values (900, 1, 900, 900, null);
            insert into ceremony_winner values (900, 1, 900, 1, 900, 'winner');
            insert into ceremony_edit (ceremony_id, item, category_id, minutes) values (900, 'award', 900, 5), (900, 'welcome', null, 5);
            insert into ceremony_interlude (id, ceremony_id, title, minutes) overriding system value values (900, 900, 'Band', 5);
            insert into ceremony_cue (ceremony_id) values (900);
            insert into ceremony_given (ceremony_id, category_id) values (900, 900);
            insert into ceremony_confirmation (ceremony_id, category_id, part, person_id, version) values (900, 900, 'presenter', 1, 1);
            insert into ceremony_name (nominee_id, name) values (902, 'Zed');
            \(sql)
            """)
    }

    private static func edit(_ set: String) -> String {
        "update ceremony_edit set \(set) where item = 'award'"
    }

    static let ceremonies = planned + compiled + night

    private static let planned = [
        ceremony(
            "ceremony_pkey", .unique,
            "insert into ceremony (id, slug, title, room_id, starts_at) overriding system value values (900, 'x', 'X', 1, app_now())"
        ),
        ceremony("ceremony_slug_form", .check, "update ceremony set slug = 'A B' where id = 900"),
        ceremony("ceremony_slug_once", .unique, "update ceremony set slug = 'other' where id = 900"),
        ceremony("ceremony_title_line", .check, "update ceremony set title = ''"),
        ceremony("ceremony_title_line", .check, "update ceremony set title = 'Case 4711'"),
        ceremony("ceremony_thanks_prose", .check, "update ceremony set thanks = ' '"),
        ceremony("ceremony_room", .foreign, "update ceremony set room_id = 999"),
        ceremony("ceremony_starts_finite", .check, "update ceremony set starts_at = 'infinity'"),
        ceremony("ceremony_version_positive", .check, "update ceremony set version = 0"),
        ceremony("ceremony_made_by", .foreign, "update ceremony set made_by = 999"),
        ceremony(
            "ceremony_doors_before_start", .check, "update ceremony set doors_at = starts_at + interval '1 minute'"),
        ceremony(
            "ceremony_doors_before_start", .check, "update ceremony set doors_at = starts_at - interval '13 hours'"),
        ceremony("ceremony_finishes_after_start", .check, "update ceremony set finish_at = starts_at"),
        ceremony(
            "ceremony_finishes_after_start", .check, "update ceremony set finish_at = starts_at + interval '13 hours'"),
        ceremony("ceremony_scheme_pkey", .unique, "insert into ceremony_scheme values (900, 900, 2)"),
        ceremony("ceremony_scheme_ceremony", .foreign, "insert into ceremony_scheme values (999, 900, 1)"),
        ceremony("ceremony_scheme_scheme", .foreign, "insert into ceremony_scheme values (900, 999, 1)"),
        ceremony("ceremony_crew_pkey", .unique, "insert into ceremony_crew values (900, 'reader', 3)"),
        ceremony("ceremony_crew_ceremony", .foreign, "insert into ceremony_crew values (999, 'reader', 3)"),
        ceremony("ceremony_crew_part_known", .check, "insert into ceremony_crew values (900, 'singer', 3)"),
        ceremony("ceremony_crew_person", .foreign, "insert into ceremony_crew values (900, 'reader', 999)"),
        ceremony("ceremony_crew_one_each", .unique, "insert into ceremony_crew values (900, 'presenter', 3)"),
        ceremony(
            "ceremony_crew_two_people", .unique,
            "delete from ceremony_crew where part = 'stage_manager'; insert into ceremony_crew values (900, 'stage_manager', 1)"
        ),
        ceremony(
            "ceremony_edit_ceremony", .foreign, "insert into ceremony_edit (ceremony_id, item) values (999, 'welcome')"),
        ceremony(
            "ceremony_edit_item_known", .check, "insert into ceremony_edit (ceremony_id, item) values (900, 'song')"),
        ceremony("ceremony_edit_category", .foreign, edit("category_id = 999")),
        ceremony("ceremony_edit_script_prose", .check, edit("script = ' '")),
        ceremony("ceremony_edit_script_prose", .check, edit("script = 'See case 4711'")),
        ceremony("ceremony_edit_presenter_line", .check, edit("presenter = ''")),
        ceremony("ceremony_edit_minutes_range", .check, edit("minutes = 0")),
        ceremony("ceremony_edit_place_positive", .check, edit("place = 0")),
        ceremony("ceremony_edit_edited_by", .foreign, edit("edited_by = 999")),
        ceremony(
            "ceremony_edit_once", .unique, "insert into ceremony_edit (ceremony_id, item) values (900, 'welcome')"),
        ceremony("ceremony_edit_award_has_category", .check, edit("category_id = null")),
        ceremony("ceremony_edit_only_awards_move", .check, "update ceremony_edit set place = 1 where item = 'welcome'"),
        ceremony(
            "ceremony_interlude_pkey", .unique,
            "insert into ceremony_interlude (id, ceremony_id, title, minutes) overriding system value values (900, 900, 'X', 5)"
        ),
        ceremony("ceremony_interlude_ceremony", .foreign, "update ceremony_interlude set ceremony_id = 999"),
        ceremony("ceremony_interlude_category", .foreign, "update ceremony_interlude set category_id = 999"),
        ceremony("ceremony_interlude_title_line", .check, "update ceremony_interlude set title = ' '"),
        ceremony("ceremony_interlude_minutes_range", .check, "update ceremony_interlude set minutes = 241"),
        ceremony("ceremony_name_pkey", .unique, "insert into ceremony_name (nominee_id) values (902)"),
        ceremony("ceremony_name_nominee", .foreign, "insert into ceremony_name (nominee_id) values (999)"),
        ceremony("ceremony_name_line", .check, "update ceremony_name set name = ''"),
        ceremony("ceremony_name_pronunciation_line", .check, "update ceremony_name set pronunciation = ''"),
        ceremony("ceremony_name_set_by", .foreign, "update ceremony_name set set_by = 999"),
    ]

    private static let compiled = [
        ceremony(
            "ceremony_version_pkey", .unique, "insert into ceremony_version (ceremony_id, number) values (900, 1)"),
        ceremony(
            "ceremony_version_ceremony", .foreign, "insert into ceremony_version (ceremony_id, number) values (999, 1)"),
        ceremony(
            "ceremony_version_number_positive", .check,
            "insert into ceremony_version (ceremony_id, number) values (900, 0)"),
        ceremony(
            "ceremony_version_compiled_by", .foreign,
            "insert into ceremony_version (ceremony_id, number, compiled_by) values (900, 2, 999)"),
        ceremony("ceremony_version_is_append_only", .check, "update ceremony_version set number = 2"),
        ceremony(
            "ceremony_version_result_pkey", .unique,
            "insert into ceremony_version_result values (900, 1, 900, sha256('r'))"),
        ceremony(
            "ceremony_version_result_hash_size", .check, "insert into ceremony_version_result values (900, 1, 901, 'r')"
        ),
        ceremony(
            "ceremony_version_result_version", .foreign,
            "insert into ceremony_version_result values (900, 2, 900, sha256('r'))"),
        ceremony(
            "ceremony_version_result_scheme", .foreign,
            "insert into ceremony_version_result values (900, 1, 999, sha256('r'))"),
        ceremony("ceremony_version_result_is_append_only", .check, "delete from ceremony_version_result"),
        ceremony("ceremony_award_pkey", .unique, "insert into ceremony_award values (900, 1, 900, 2, 1)"),
        ceremony("ceremony_award_version", .foreign, "insert into ceremony_award values (900, 2, 900, 1, 1)"),
        ceremony("ceremony_award_category", .foreign, "insert into ceremony_award values (900, 1, 999, 2, 1)"),
        ceremony("ceremony_award_place_positive", .check, "update ceremony_award set place = 0"),
        ceremony(
            "ceremony_award_place_once", .unique,
            "insert into ceremony_award values (900, 1, 901, 1, 1); set constraints all immediate"),
        ceremony("ceremony_award_steps_positive", .check, "update ceremony_award set steps = -1"),
        ceremony("ceremony_finalist_pkey", .unique, "insert into ceremony_finalist values (900, 1, 900, 900, null)"),
        ceremony("ceremony_finalist_award", .foreign, "insert into ceremony_finalist values (900, 2, 900, 900, null)"),
        ceremony(
            "ceremony_finalist_candidate", .foreign, "insert into ceremony_finalist values (900, 1, 900, 999, null)"),
        ceremony(
            "ceremony_winner_pkey", .unique, "insert into ceremony_winner values (900, 1, 900, 1, 900, 'commended')"),
        ceremony(
            "ceremony_winner_award", .foreign, "insert into ceremony_winner values (900, 2, 900, 1, 901, 'commended')"),
        ceremony(
            "ceremony_winner_candidate", .foreign,
            "insert into ceremony_winner values (900, 1, 900, 1, 999, 'commended')"),
        ceremony(
            "ceremony_winner_step_positive", .check,
            "insert into ceremony_winner values (900, 1, 900, 0, 901, 'commended')"),
        ceremony(
            "ceremony_winner_outcome_known", .check,
            "insert into ceremony_winner values (900, 1, 900, 1, 901, 'not_placed')"),
        ceremony("ceremony_winner_is_append_only", .check, "update ceremony_winner set outcome = 'commended'"),
    ]

    private static let night = [
        ceremony("ceremony_cue_pkey", .unique, "insert into ceremony_cue (ceremony_id) values (900)"),
        ceremony("ceremony_cue_ceremony", .foreign, "insert into ceremony_cue (ceremony_id) values (999)"),
        ceremony("ceremony_cue_category", .foreign, "update ceremony_cue set category_id = 999, state = 'holding'"),
        ceremony("ceremony_cue_state_known", .check, "update ceremony_cue set category_id = 900, state = 'asleep'"),
        ceremony("ceremony_cue_step_positive", .check, "update ceremony_cue set step = 0"),
        ceremony("ceremony_cue_award_on_stage", .check, "update ceremony_cue set state = 'winner'"),
        ceremony(
            "ceremony_given_pkey", .unique, "insert into ceremony_given (ceremony_id, category_id) values (900, 900)"),
        ceremony(
            "ceremony_given_ceremony", .foreign,
            "insert into ceremony_given (ceremony_id, category_id) values (999, 900)"),
        ceremony(
            "ceremony_given_category", .foreign,
            "insert into ceremony_given (ceremony_id, category_id) values (900, 999)"),
        ceremony(
            "ceremony_confirmation_pkey", .unique,
            "insert into ceremony_confirmation (ceremony_id, category_id, part, person_id) values (900, 900, 'presenter', 1)"
        ),
        ceremony(
            "ceremony_confirmation_category", .foreign,
            "insert into ceremony_confirmation (ceremony_id, category_id, part, person_id) values (900, 999, 'stage_manager', 2)"
        ),
        ceremony(
            "ceremony_confirmation_part_known", .check,
            "insert into ceremony_confirmation (ceremony_id, category_id, part, person_id) values (900, 900, 'reader', 3)"
        ),
        ceremony(
            "ceremony_confirmation_crew", .foreign,
            "insert into ceremony_confirmation (ceremony_id, category_id, part, person_id) values (900, 900, 'stage_manager', 1)"
        ),
    ]
}
