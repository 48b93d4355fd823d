extension Violation {
    /// A published scheme, number 900, with one of everything up to its embargo, and a draft scheme, number 901.
    private static let scheme = """
        insert into scheme (id, slug, title, kind, opens_at, closes_at) overriding system value values
        (900, 'stars', 'Stars', 'competitive', app_now() - interval '1 day', app_now() + interval '1 day'),
        (901, 'draft', 'Draft', 'tiered', app_now(), app_now() + interval '1 day');
        insert into category (id, scheme_id, slug, title, nominee_kind) overriding system value values
        (900, 900, 'heart', 'Heart', 'person'), (901, 900, 'young', 'Young', 'young_person'), (902, 901, 'other', 'Other', 'team');
        insert into category_band (category_id, name, place) values (901, '8-10', 1), (902, 'one', 1);
        insert into criterion (id, category_id, name) overriding system value values (900, 900, 'Impact'), (902, 902, 'Care');
        update scheme set state = 'published', rules = 'r', rules_hash = sha256('r'), published_at = app_now() where id = 900;
        insert into nominee (id, scheme_id, person_id) overriding system value values (900, 900, 1);
        insert into nominee (id, scheme_id, team_id) overriding system value values (901, 900, 1);
        insert into nominee (id, scheme_id, pseudonym) overriding system value values (902, 900, 'Nominee 7Q4');
        insert into young_person_name values (902, 'Zebedee Quill');
        insert into candidate (id, scheme_id, category_id, nominee_id, code) overriding system value values
        (900, 900, 900, 900, '7Q4K'), (901, 900, 900, 901, '7Q4L');
        insert into nomination (id, scheme_id, category_id, nominee_id, nominator_id, statement, state, candidate_id, submitted_at)
        overriding system value values (900, 900, 900, 900, 2, 'Always there', 'accepted', 900, app_now());
        insert into nomination (id, scheme_id, category_id, nominee_id, nominator_id, statement, state)
        overriding system value values (901, 900, 900, 901, 2, '', 'draft');
        insert into panel (id, scheme_id, slug) overriding system value values (900, 900, 'main'), (901, 900, 'second');
        insert into panel_category values (900, 900, 900);
        insert into panel_member (panel_id, person_id, part) values (900, 3, 'chair');
        insert into conflict (id, candidate_id, person_id, kind, is_binding, state, reason)
        overriding system value values (900, 901, 3, 'employer', false, 'suggested', 'R');
        insert into assignment (judge_id, candidate_id, category_id, panel_id, place) values (3, 900, 900, 900, 1);
        insert into judging_round (id, scheme_id, panel_id, number) overriding system value values (900, 900, 900, 1);
        insert into ballot (id, judge_id, candidate_id, category_id, panel_id, round_id, state)
        overriding system value values (900, 3, 900, 900, 900, 900, 'draft');
        insert into ballot_mark values (900, 900, 900, 0, 10, 7);
        insert into candidate_text (candidate_id, kind, text, written_by) values (900, 'panel', 'Brave', 1);
        insert into candidate_text (candidate_id, kind, text, written_by, approval) values (900, 'approved', 'Kind', 1, 'Said yes');
        insert into voided_ballot (id, public_id, judge_id, candidate_id, content, reason)
        overriding system value values (900, '00000000-0000-4000-8000-000000000009', 3, 900, '{}', 'R');
        insert into decision (candidate_id, category_id, scheme_id, outcome, slot, winners, ballots, quorum, reason)
        values (900, 900, 900, 'winner', 1, 1, 2, 2, 'R');
        insert into frozen_result (scheme_id, content, hash) values (901, 'c', sha256('c'));
        insert into embargo (scheme_id, until_at, set_by) values (900, app_now() + interval '1 day', 1);
        insert into embargo_request (scheme_id, until_at, asked_by) values (900, app_now(), 2);
        """

    static func award(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        Violation(rule, kind, "\(scheme) \(sql)")
    }

    static let awards =
        awardRules + awardNominations + awardPanels + awardBallots + awardResults + awardTexts + protection
        + youngJudges + meetings + evidence + apart

    static let impliedByAwards = [
        "category_of_scheme", "category_with_winners", "criterion_with_bounds", "nominee_of_scheme",
        "candidate_of_category",
        "panel_of_scheme", "panel_category_of_panel", "assignment_with_conflict", "judging_round_of_panel",
        "ballot_of_category", "meeting_of_panel", "motion_of_category", "motion_of_panel",
    ]
}
