extension Violation {
    static let awardNominations = [
        award("nominee_scheme", .foreign, "insert into nominee (scheme_id, person_id) values (999, 1)"),
        award("nominee_person", .foreign, "insert into nominee (scheme_id, person_id) values (900, 999)"),
        award("nominee_team", .foreign, "insert into nominee (scheme_id, team_id) values (900, 999)"),
        award("nominee_pseudonym_form", .check, "insert into nominee (scheme_id, pseudonym) values (900, 'Zebedee')"),
        award(
            "nominee_is_one_thing", .check,
            """
            insert into nominee (scheme_id, person_id, pseudonym) values (900, 2, 'Nominee 222')
            """),
        award(
            "nominee_pkey", .unique,
            """
            insert into nominee (id, scheme_id, person_id) overriding system value values (900, 900, 2)
            """),
        award("nominee_person_once", .unique, "insert into nominee (scheme_id, person_id) values (900, 1)"),
        award("nominee_team_once", .unique, "insert into nominee (scheme_id, team_id) values (900, 1)"),
        award(
            "nominee_pseudonym_once", .unique,
            """
            insert into nominee (scheme_id, pseudonym) values (900, 'Nominee 7Q4')
            """),
        award("young_person_name_nominee", .foreign, "insert into young_person_name values (999, 'A')"),
        award("young_person_name_pkey", .unique, "insert into young_person_name values (902, 'A')"),
        award("young_person_name_line", .check, "update young_person_name set legal_name = ''"),
        award("candidate_category", .foreign, "update candidate set category_id = 902 where id = 901"),
        award("candidate_nominee", .foreign, "update candidate set nominee_id = 999 where id = 901"),
        award("candidate_band", .foreign, "update candidate set band = 'x' where id = 901"),
        award("candidate_code_form", .check, "update candidate set code = 'ABLE' where id = 901"),
        award("candidate_merged_whole", .check, "update candidate set state = 'merged' where id = 901"),
        award(
            "candidate_merged_into", .foreign,
            """
            update candidate set state = 'merged', merged_into = 999 where id = 901
            """),
        award("candidate_code_once", .unique, "update candidate set code = '7Q4K' where id = 901"),
        award("candidate_one_standing", .unique, "update candidate set nominee_id = 900 where id = 901"),
        award(
            "candidate_state_known", .check,
            """
            insert into candidate (scheme_id, category_id, nominee_id, code, state) values (900, 900, 902,
            '7Q4M', 'x')
            """),
        award(
            "candidate_pkey", .unique,
            """
            insert into candidate (id, scheme_id, category_id, nominee_id, code) overriding system value values
            (900, 900, 900, 902, '7Q4M')
            """),
        award(
            "candidate_public_id_once", .unique,
            """
            update candidate set public_id = (select public_id from candidate where id = 900) where id = 901
            """),
        award(
            "candidate_transition_allowed", .check,
            """
            update candidate set state = 'withdrawn' where id = 901; update candidate set state = 'merged',
            merged_into = 900 where id = 901
            """),
        award(
            "nomination_category", .foreign,
            """
            update nomination set category_id = 902, candidate_id = null, state = 'withdrawn' where id = 900
            """),
        award(
            "nomination_nominee", .foreign,
            """
            update nomination set state = 'withdrawn', candidate_id = null, nominee_id = 999 where id = 900
            """),
        award(
            "nomination_nominator", .foreign,
            """
            update nomination set state = 'withdrawn', candidate_id = null, nominator_id = 999 where id = 900
            """),
        award("nomination_typed_by", .foreign, "update nomination set typed_by = 999 where id = 900"),
        award("nomination_band", .foreign, "update nomination set band = 'x' where id = 900"),
        award("nomination_candidate", .foreign, "update nomination set candidate_id = 999 where id = 900"),
        award(
            "nomination_statement_prose", .check,
            """
            update nomination set statement = 'About case 4711' where id = 900
            """),
        award("nomination_accepted_has_candidate", .check, "update nomination set candidate_id = null where id = 900"),
        award(
            "nomination_ineligible_has_reason", .check,
            """
            update nomination set state = 'ineligible', candidate_id = null where id = 900
            """),
        award(
            "nomination_reason_line", .check,
            """
            update nomination set state = 'ineligible', candidate_id = null, reason = '' where id = 900
            """),
        award("nomination_says_something", .check, "update nomination set statement = ' ' where id = 900"),
        award("nomination_submitted_has_time", .check, "update nomination set submitted_at = null where id = 900"),
        award("nomination_transition_allowed", .check, "update nomination set state = 'draft' where id = 900"),
        award(
            "nomination_state_known", .check,
            """
            insert into nomination (id, scheme_id, category_id, nominee_id, nominator_id, statement, state)
            overriding system value values (905, 900, 900, 901, 3, 'S', 'x')
            """),
        award(
            "nomination_pkey", .unique,
            """
            insert into nomination (id, scheme_id, category_id, nominee_id, nominator_id, statement, state)
            overriding system value values (900, 900, 900, 902, 2, 'S', 'draft')
            """),
        award(
            "nomination_public_id_once", .unique,
            """
            update nomination set public_id = (select public_id from nomination where id = 900) where id = 901
            """),
        award(
            "nomination_one_voice", .unique,
            """
            insert into nomination (id, scheme_id, category_id, nominee_id, nominator_id, statement, state)
            overriding system value values (905, 900, 900, 900, 2, 'S', 'draft')
            """),
        award(
            "nomination_inside_window", .check,
            """
            update scheme set nominations_closed_at = app_now() where id = 900; update nomination set state =
            'submitted', statement = 'S', submitted_at = app_now() where id = 901
            """),
    ]
}
