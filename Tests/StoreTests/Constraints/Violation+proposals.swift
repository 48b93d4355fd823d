extension Violation {
    /// An invitation to the first event, number 900, and an offer, number 900, that waits.
    private static let offered = """
        insert into proposal_invitation (id, event_id, token_hash, closes_on) overriding system value
        values (900, 1, sha256('i'), '2018-01-20');
        insert into proposal (id, event_id, invitation_id, name, email, title, description, minutes, size, dates, audience, equipment)
        overriding system value values (900, 1, 900, 'A', 'a@example.org', 'T', 'D', 60, 20, 'Any', '', '');
        """

    private static func proposal(_ rule: String, _ kind: Kind, _ change: String) -> Violation {
        Violation(rule, kind, "\(offered) update proposal set \(change) where id = 900")
    }

    private static func invitation(_ rule: String, _ kind: Kind, _ change: String) -> Violation {
        Violation(rule, kind, "\(offered) update proposal_invitation set \(change) where id = 900")
    }

    private static let another = """
        insert into proposal (id, public_id, event_id, invitation_id, name, email, title, description, minutes, size, dates, audience, equipment)
        overriding system value select
        """

    static let proposals = [
        Violation(
            "proposal_invitation_event", .foreign,
            "insert into proposal_invitation (event_id, token_hash, closes_on) values (99, sha256('k'), '2018-01-20')"),
        invitation("proposal_invitation_hash_size", .check, "token_hash = 'x'"),
        invitation("proposal_invitation_closes_finite", .check, "closes_on = 'infinity'"),
        invitation("proposal_invitation_made_by", .foreign, "made_by = 99"),
        Violation(
            "proposal_invitation_pkey", .unique,
            """
            \(offered) insert into proposal_invitation (id, event_id, token_hash, closes_on) overriding system value
            values (900, 2, sha256('j'), '2018-01-20')
            """),
        Violation(
            "proposal_invitation_hash_once", .unique,
            "\(offered) insert into proposal_invitation (event_id, token_hash, closes_on) values (2, sha256('i'), '2018-01-20')"
        ),
        Violation(
            "proposal_invitation_one_open", .unique,
            "\(offered) insert into proposal_invitation (event_id, token_hash, closes_on) values (1, sha256('j'), '2018-01-20')"
        ),
        Violation(
            "proposal_pkey", .unique,
            "\(offered) \(another) id, gen_random_uuid(), event_id, invitation_id, name, email, title, description, minutes, size, dates, audience, equipment from proposal where id = 900"
        ),
        Violation(
            "proposal_public_id_once", .unique,
            "\(offered) \(another) 901, public_id, event_id, invitation_id, name, email, title, description, minutes, size, dates, audience, equipment from proposal where id = 900"
        ),
        proposal("proposal_invitation", .foreign, "event_id = 2"),
        proposal("proposal_name_line", .check, "name = ''"),
        proposal("proposal_email_line", .check, "email = ''"),
        proposal("proposal_organisation_line", .check, "organisation = ''"),
        proposal("proposal_title_line", .check, "title = ''"),
        proposal("proposal_description_prose", .check, "description = repeat('x', 5001)"),
        proposal("proposal_minutes_range", .check, "minutes = 0"),
        proposal("proposal_size_range", .check, "size = 10001"),
        proposal("proposal_dates_prose", .check, "dates = repeat('x', 1001)"),
        proposal("proposal_audience_prose", .check, "audience = repeat('x', 1001)"),
        proposal("proposal_equipment_prose", .check, "equipment = repeat('x', 1001)"),
        proposal("proposal_state_known", .check, "state = 'x', decided_at = app_now()"),
        proposal("proposal_session", .foreign, "state = 'accepted', decided_at = app_now(), session_id = 99"),
        proposal(
            "proposal_decline_reason_line", .check, "state = 'declined', decided_at = app_now(), decline_reason = ''"),
        proposal("proposal_decided_by", .foreign, "decided_by = 99"),
        proposal("proposal_no_case_data", .check, "title = 'About case 4711'"),
        proposal("proposal_decided_whole", .check, "decided_at = app_now()"),
        proposal("proposal_declined_has_reason", .check, "state = 'declined', decided_at = app_now()"),
        proposal("proposal_session_of_accepted", .check, "session_id = 1"),
    ]
}
