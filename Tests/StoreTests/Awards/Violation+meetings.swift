extension Violation {
    /// A meeting about category 900 with candidate 900 on the screen, an open motion about both candidates, and the chair's vote.
    private static func met(_ rule: String, _ kind: Kind, _ sql: String) -> Violation {
        award(
            rule, kind,
            """
            insert into person (id, email, name) overriding system value values (904, 'd@example.org', 'D');
            insert into panel_member (panel_id, person_id, part) values (900, 904, 'judge');
            insert into meeting (id, category_id, panel_id, opened_by, candidate_id) overriding system value values (900, 900, 900, 3, 900);
            insert into motion (id, public_id, meeting_id, category_id, panel_id, text) overriding system value
            values (900, '00000000-0000-4000-8000-000000000007', 900, 900, 900, 'Who wins?');
            insert into motion_option values (900, 900, 900), (900, 900, 901);
            insert into motion_vote (motion_id, panel_id, voter_id, candidate_id) values (900, 900, 3, 900);
            insert into meeting_step (id, meeting_id, kind) overriding system value values (900, 900, 'opened');
            \(sql)
            """)
    }

    private static let meeting = "insert into meeting (category_id, panel_id, opened_by, closed_at)"
    private static let motion = "insert into motion (meeting_id, category_id, panel_id, text, closed_at)"
    private static let vote = "insert into motion_vote (motion_id, panel_id, voter_id, candidate_id)"
    private static let friends = """
        insert into conflict (candidate_id, person_id, kind, is_binding, state, reason) values (901, 904, 'declared', true, 'declared', 'Friends');
        """

    static let meetings = [
        met("meeting_pkey", .unique, "insert into meeting overriding system value select * from meeting"),
        met("meeting_panel", .foreign, "\(meeting) values (901, 900, 3, app_now())"),
        met("meeting_candidate", .foreign, "update meeting set candidate_id = 999"),
        met("meeting_opened_by", .foreign, "\(meeting) values (900, 900, 999, app_now())"),
        met("meeting_over_shows_nobody", .check, "update meeting set closed_at = app_now()"),
        met("meeting_one_open", .unique, "\(meeting) values (900, 900, 3, null)"),
        met(
            "motion_pkey", .unique,
            """
            insert into motion (id, meeting_id, category_id, panel_id, text, closed_at) overriding system value
            values (900, 900, 900, 900, 'T', app_now())
            """),
        met(
            "motion_public_id_once", .unique,
            """
            insert into motion (public_id, meeting_id, category_id, panel_id, text, closed_at)
            values ('00000000-0000-4000-8000-000000000007', 900, 900, 900, 'T', app_now())
            """),
        met("motion_meeting", .foreign, "\(motion) values (900, 901, 900, 'T', app_now())"),
        met("motion_text_line", .check, "update motion set text = ''"),
        met("motion_one_open", .unique, "\(motion) values (900, 900, 900, 'T', null)"),
        met("motion_option_pkey", .unique, "insert into motion_option values (900, 900, 900)"),
        met("motion_option_motion", .foreign, "insert into motion_option values (999, 900, 900)"),
        met("motion_option_candidate", .foreign, "insert into motion_option values (900, 900, 999)"),
        met("motion_vote_pkey", .unique, "\(vote) values (900, 900, 3, 901)"),
        met("motion_vote_motion", .foreign, "\(vote) values (900, 901, 904, 901)"),
        met("motion_vote_of_member", .foreign, "\(vote) values (900, 900, 5, 901)"),
        met("motion_vote_option", .foreign, "\(vote) values (900, 900, 904, 999)"),
        met("motion_vote_is_kept", .check, "update motion_vote set candidate_id = 901"),
        met("motion_vote_is_kept", .check, "delete from motion_vote"),
        met(
            "motion_vote_is_kept", .check,
            "update motion_vote set is_void = true; update motion_vote set is_void = false"),
        met(
            "motion_vote_while_open", .check,
            "update motion set closed_at = app_now(); \(vote) values (900, 900, 904, 901)"),
        met("motion_vote_without_conflict", .check, "\(friends) \(vote) values (900, 900, 904, 900)"),
        met(
            "meeting_step_pkey", .unique, "insert into meeting_step overriding system value select * from meeting_step"),
        met("meeting_step_is_append_only", .check, "update meeting_step set kind = 'closed'"),
        met("meeting_step_meeting", .foreign, "insert into meeting_step (meeting_id, kind) values (999, 'opened')"),
        met("meeting_step_kind_known", .check, "insert into meeting_step (meeting_id, kind) values (900, 'x')"),
        met(
            "meeting_step_candidate", .foreign,
            "insert into meeting_step (meeting_id, kind, candidate_id) values (900, 'shown', 999)"),
        met(
            "meeting_step_motion", .foreign,
            "insert into meeting_step (meeting_id, kind, motion_id) values (900, 'moved', 999)"),
    ]
}
