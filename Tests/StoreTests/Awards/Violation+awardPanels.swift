extension Violation {
    static let awardPanels = [
        award("panel_scheme", .foreign, "insert into panel (scheme_id, slug) values (999, 'x')"),
        award("panel_slug_form", .check, "insert into panel (scheme_id, slug) values (900, 'A B')"),
        award("panel_slug_once", .unique, "insert into panel (scheme_id, slug) values (900, 'main')"),
        award(
            "panel_pkey", .unique,
            """
            insert into panel (id, scheme_id, slug) overriding system value values (900, 900, 'x')
            """),
        award("panel_category_category", .foreign, "insert into panel_category values (902, 900, 900)"),
        award("panel_category_panel", .foreign, "insert into panel_category values (901, 999, 900)"),
        award("panel_category_pkey", .unique, "insert into panel_category values (900, 901, 900)"),
        award(
            "panel_member_panel", .foreign,
            """
            insert into panel_member (panel_id, person_id, part) values (999, 3, 'judge')
            """),
        award(
            "panel_member_person", .foreign,
            """
            insert into panel_member (panel_id, person_id, part) values (901, 999, 'judge')
            """),
        award(
            "panel_member_part_known", .check,
            """
            insert into panel_member (panel_id, person_id, part) values (901, 3, 'x')
            """),
        award("panel_member_answer_known", .check, "update panel_member set answer = 'perhaps' where panel_id = 900"),
        award(
            "panel_member_pkey", .unique,
            """
            insert into panel_member (panel_id, person_id, part) values (900, 3, 'judge')
            """),
        award(
            "panel_member_one_chair", .unique,
            """
            insert into panel_member (panel_id, person_id, part) values (901, 1, 'chair'), (901, 2, 'chair')
            """),
        award(
            "panel_member_one_deputy", .unique,
            """
            insert into panel_member (panel_id, person_id, part) values (901, 1, 'deputy'), (901, 2, 'deputy')
            """),
        award("category_side_category", .foreign, "insert into category_side values (999, 1, 'judging')"),
        award("category_side_person", .foreign, "insert into category_side values (901, 999, 'judging')"),
        award("category_side_known", .check, "insert into category_side values (901, 1, 'x')"),
        award("category_side_pkey", .unique, "insert into category_side values (900, 3, 'judging')"),
        award(
            "category_sides_apart", .exclusion,
            """
            insert into panel_member (panel_id, person_id, part) values (900, 1, 'judge')
            """),
        award(
            "category_sides_apart", .exclusion,
            """
            update nomination set state = 'submitted', statement = 'S', submitted_at = app_now(), nominator_id =
            3 where id = 901
            """),
        award("conflict_candidate", .foreign, "update conflict set candidate_id = 999 where id = 900"),
        award("conflict_person", .foreign, "update conflict set person_id = 999 where id = 900"),
        award("conflict_kind_known", .check, "update conflict set kind = 'x' where id = 900"),
        award("conflict_reason_line", .check, "update conflict set reason = '' where id = 900"),
        award("conflict_dismissed_has_reason", .check, "update conflict set state = 'dismissed' where id = 900"),
        award(
            "conflict_dismissal_line", .check,
            """
            update conflict set state = 'dismissed', dismissal = '' where id = 900
            """),
        award("conflict_dismissed_by", .foreign, "update conflict set dismissed_by = 999 where id = 900"),
        award("conflict_declared_binds", .check, "update conflict set state = 'declared' where id = 900"),
        award(
            "conflict_state_known", .check,
            """
            insert into conflict (id, candidate_id, person_id, kind, is_binding, state, reason) overriding
            system value values (901, 901, 3, 'team', true, 'x', 'R')
            """),
        award(
            "conflict_pkey", .unique,
            """
            insert into conflict (id, candidate_id, person_id, kind, is_binding, state, reason) overriding
            system value values (900, 901, 3, 'team', true, 'suggested', 'R')
            """),
        award(
            "conflict_once", .unique,
            """
            insert into conflict (id, candidate_id, person_id, kind, is_binding, state, reason) overriding
            system value values (901, 901, 3, 'employer', true, 'suggested', 'R')
            """),
        award(
            "conflict_transition_allowed", .check,
            """
            update conflict set state = 'declared', is_binding = true where id = 900; update conflict set state
            = 'suggested' where id = 900
            """),
        award("assignment_place_positive", .check, "update assignment set place = 0 where candidate_id = 900"),
        award(
            "assignment_pkey", .unique,
            """
            insert into assignment (judge_id, candidate_id, category_id, panel_id, place) values (3, 900, 900,
            900, 2)
            """),
        award(
            "assignment_candidate", .foreign,
            """
            insert into assignment (judge_id, candidate_id, category_id, panel_id, place) values (3, 999, 900,
            900, 2)
            """),
        award(
            "assignment_panel", .foreign,
            """
            insert into assignment (judge_id, candidate_id, category_id, panel_id, place) values (3, 901, 900,
            901, 2)
            """),
        award(
            "assignment_judge", .foreign,
            """
            insert into assignment (judge_id, candidate_id, category_id, panel_id, place) values (1, 901, 900,
            900, 2)
            """),
        award("judging_round_panel", .foreign, "update judging_round set scheme_id = 901 where id = 900"),
        award(
            "judging_round_missing_not_negative", .check,
            """
            update judging_round set missing = -1, missing_reason = 'R' where id = 900
            """),
        award("judging_round_missing_has_reason", .check, "update judging_round set missing = 1 where id = 900"),
        award(
            "judging_round_missing_reason_line", .check,
            """
            update judging_round set missing_reason = '' where id = 900
            """),
        award(
            "judging_round_pkey", .unique,
            """
            insert into judging_round (id, scheme_id, panel_id, number, closed_at) overriding system value
            values (900, 900, 901, 1, app_now())
            """),
        award(
            "judging_round_number_once", .unique,
            """
            insert into judging_round (id, scheme_id, panel_id, number, closed_at) overriding system value
            values (901, 900, 900, 1, app_now())
            """),
        award(
            "judging_round_one_open", .unique,
            """
            insert into judging_round (id, scheme_id, panel_id, number, closed_at) overriding system value
            values (901, 900, 900, 2, null)
            """),
        award(
            "judging_round_stays_closed", .check,
            """
            update judging_round set closed_at = app_now() where id = 900; update judging_round set closed_at =
            null where id = 900
            """),
        award("judging_round_stays_closed", .check, "delete from judging_round where id = 900"),
    ]
}
