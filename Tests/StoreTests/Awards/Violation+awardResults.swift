extension Violation {
    static let awardResults = [
        award(
            "decision_outcome_known", .check,
            """
            update decision set outcome = 'x', slot = null where candidate_id = 900
            """),
        award("decision_reason_line", .check, "update decision set reason = '' where candidate_id = 900"),
        award("decision_rung_line", .check, "update decision set rung = repeat('x', 101) where candidate_id = 900"),
        award("decision_slot_of_winner", .check, "update decision set slot = null where candidate_id = 900"),
        award("decision_slot_range", .check, "update decision set slot = 2 where candidate_id = 900"),
        award("decision_has_quorum", .check, "update decision set ballots = 1 where candidate_id = 900"),
        award("decision_winners", .foreign, "update decision set winners = 2 where candidate_id = 900"),
        award("decision_decided_by", .foreign, "update decision set decided_by = 999 where candidate_id = 900"),
        award(
            "decision_pkey", .unique,
            """
            insert into decision (candidate_id, category_id, scheme_id, outcome, slot, winners, ballots, quorum,
            reason) values (900, 900, 900, 'commended', null, 1, 2, 2, 'R')
            """),
        award(
            "decision_one_winner", .unique,
            """
            insert into decision (candidate_id, category_id, scheme_id, outcome, slot, winners, ballots, quorum,
            reason) values (901, 900, 900, 'winner', 1, 1, 2, 2, 'R')
            """),
        award(
            "decision_candidate", .foreign,
            """
            insert into decision (candidate_id, category_id, scheme_id, outcome, slot, winners, ballots, quorum,
            reason) values (999, 900, 900, 'commended', null, 1, 2, 2, 'R')
            """),
        award(
            "decision_category", .foreign,
            """
            update scheme set state = 'published', rules = 'r', rules_hash = sha256('r'), published_at =
            app_now() where id = 901; update decision set scheme_id = 901
            """),
        award(
            "decision_before_freeze", .check,
            """
            update scheme set state = 'frozen' where id = 900; update decision set reason = 'x'
            """),
        award(
            "decision_step_pkey", .unique,
            """
            insert into decision_step (id, candidate_id, content) overriding system value select id, 900, '{}'
            from decision_step
            """),
        award(
            "decision_step_candidate", .foreign,
            """
            insert into decision_step (candidate_id, content) values (999, '{}')
            """),
        award("decision_step_is_append_only", .check, "delete from decision_step"),
        award(
            "frozen_result_hash_of_content", .check,
            """
            insert into frozen_result (scheme_id, content, hash) values (900, 'c', sha256('d'))
            """),
        award(
            "frozen_result_pkey", .unique,
            """
            insert into frozen_result (scheme_id, content, hash) values (901, 'c', sha256('c'))
            """),
        award(
            "frozen_result_scheme", .foreign,
            """
            insert into frozen_result (scheme_id, content, hash) values (999, 'c', sha256('c'))
            """),
        award(
            "frozen_result_frozen_by", .foreign,
            """
            insert into frozen_result (scheme_id, content, hash, frozen_by) values (900, 'c', sha256('c'), 999)
            """),
        award("frozen_result_is_append_only", .check, "delete from frozen_result"),
        award("embargo_until_finite", .check, "update embargo set until_at = 'infinity' where scheme_id = 900"),
        award("embargo_set_by", .foreign, "update embargo set set_by = 999 where scheme_id = 900"),
        award("embargo_confirmed_by", .foreign, "update embargo set confirmed_by = 999 where scheme_id = 900"),
        award("embargo_confirmed_by_another", .check, "update embargo set confirmed_by = 1 where scheme_id = 900"),
        award("embargo_shortened_by_two", .check, "update embargo set until_at = app_now() where scheme_id = 900"),
        award(
            "embargo_scheme", .foreign,
            "insert into embargo (scheme_id, until_at) values (999, app_now() + interval '1 day')"),
        award(
            "embargo_pkey", .unique,
            "insert into embargo (scheme_id, until_at) values (900, app_now() + interval '1 day')"),
        award(
            "embargo_request_until_finite", .check,
            """
            update embargo_request set until_at = 'infinity' where scheme_id = 900
            """),
        award("embargo_request_asked_by", .foreign, "update embargo_request set asked_by = 999 where scheme_id = 900"),
        award("embargo_request_scheme", .foreign, "insert into embargo_request values (999, app_now(), 1)"),
        award("embargo_request_pkey", .unique, "insert into embargo_request values (900, app_now(), 1)"),
    ]
}
