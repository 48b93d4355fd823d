extension Violation {
    static let awardBallots = [
        award("ballot_not_conflicted", .check, "update ballot set conflicted = true where id = 900"),
        award("ballot_comment_prose", .check, "update ballot set comment = 'About case 4711' where id = 900"),
        award("ballot_private_note_prose", .check, "update ballot set private_note = repeat('x', 2001) where id = 900"),
        award("ballot_typed_by", .foreign, "update ballot set typed_by = 999 where id = 900"),
        award("ballot_submitted_has_time", .check, "update ballot set state = 'submitted' where id = 900"),
        award("ballot_identity_is_for_life", .check, "update ballot set candidate_id = 901 where id = 900"),
        award(
            "ballot_state_known", .check,
            """
            insert into assignment (judge_id, candidate_id, category_id, panel_id, place) values (3, 901, 900,
            900, 2); insert into ballot (id, judge_id, candidate_id, category_id, panel_id, round_id, state)
            overriding system value values (901, 3, 901, 900, 900, 900, 'x')
            """),
        award(
            "ballot_assignment", .foreign,
            """
            insert into ballot (id, judge_id, candidate_id, category_id, panel_id, round_id, state) overriding
            system value values (901, 3, 901, 900, 900, 900, 'draft')
            """),
        award(
            "ballot_assignment", .foreign,
            """
            insert into conflict (candidate_id, person_id, kind, is_binding, state, reason) values (900, 3,
            'declared', true, 'declared', 'R')
            """),
        award(
            "ballot_pkey", .unique,
            """
            insert into assignment (judge_id, candidate_id, category_id, panel_id, place) values (3, 901, 900,
            900, 2); insert into ballot (id, judge_id, candidate_id, category_id, panel_id, round_id, state)
            overriding system value values (900, 3, 901, 900, 900, 900, 'draft')
            """),
        award(
            "ballot_once", .unique,
            """
            insert into ballot (id, judge_id, candidate_id, category_id, panel_id, round_id, state) overriding
            system value values (901, 3, 900, 900, 900, 900, 'draft')
            """),
        award(
            "ballot_round", .foreign,
            """
            insert into judging_round (id, scheme_id, panel_id, number) overriding system value values (901,
            900, 901, 1); update ballot set round_id = 901 where id = 900
            """),
        award(
            "ballot_public_id_once", .unique,
            """
            insert into assignment (judge_id, candidate_id, category_id, panel_id, place) values (3, 901, 900,
            900, 2); insert into ballot (public_id, judge_id, candidate_id, category_id, panel_id, round_id,
            state) select public_id, 3, 901, 900, 900, 900, 'draft' from ballot where id = 900
            """),
        award(
            "ballot_panel", .foreign,
            """
            insert into judging_round (id, scheme_id, panel_id, number) overriding system value values (901,
            900, 901, 1); update ballot set panel_id = 901, round_id = 901 where id = 900
            """),
        award(
            "ballot_candidate", .foreign,
            """
            delete from ballot_mark; update ballot set category_id = 901 where id = 900
            """),
        award("ballot_is_kept", .check, "delete from ballot where id = 900"),
        award(
            "ballot_in_open_round", .check,
            """
            update judging_round set closed_at = app_now() where id = 900; update ballot set comment = 'x' where
            id = 900
            """),
        award(
            "ballot_mark_in_open_round", .check,
            """
            update judging_round set closed_at = app_now() where id = 900; update ballot_mark set mark = 8
            """),
        award(
            "ballot_transition_allowed", .check,
            """
            update ballot set state = 'submitted', submitted_at = app_now() where id = 900; update ballot set
            state = 'draft', submitted_at = null where id = 900
            """),
        award("ballot_mark_in_bounds", .check, "update ballot_mark set mark = 11"),
        award("ballot_mark_criterion", .foreign, "update ballot_mark set max_mark = 100, mark = 50"),
        award("ballot_mark_pkey", .unique, "insert into ballot_mark values (900, 900, 900, 0, 10, 8)"),
        award("ballot_mark_ballot", .foreign, "update ballot_mark set category_id = 901"),
        award(
            "voided_ballot_pkey", .unique,
            """
            insert into voided_ballot (id, public_id, judge_id, candidate_id, content, reason) overriding system
            value values (900, gen_random_uuid(), 3, 900, '{}', 'R')
            """),
        award(
            "voided_ballot_public_id_once", .unique,
            """
            insert into voided_ballot (public_id, judge_id, candidate_id, content, reason) values
            ('00000000-0000-4000-8000-000000000009', 3, 900, '{}', 'R')
            """),
        award(
            "voided_ballot_judge", .foreign,
            """
            insert into voided_ballot (public_id, judge_id, candidate_id, content, reason) values
            (gen_random_uuid(), 999, 900, '{}', 'R')
            """),
        award(
            "voided_ballot_candidate", .foreign,
            """
            insert into voided_ballot (public_id, judge_id, candidate_id, content, reason) values
            (gen_random_uuid(), 3, 999, '{}', 'R')
            """),
        award(
            "voided_ballot_reason_line", .check,
            """
            insert into voided_ballot (public_id, judge_id, candidate_id, content, reason) values
            (gen_random_uuid(), 3, 900, '{}', '')
            """),
        award("voided_ballot_is_append_only", .check, "update voided_ballot set reason = 'x'"),
    ]
}
