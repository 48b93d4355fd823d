package import Domain
package import Postgres

/// Ends the open invitation of an event, if there is one.
package struct EndProposalInvitation: Statement {
    package static let sql =
        "update proposal_invitation set ended_at = app.app_now() where event_id = $1 and ended_at is null"
    package let event: ID<Event>

    package init(event: ID<Event>) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }
}

package struct InsertProposalInvitation: Statement {
    package static let sql =
        "insert into proposal_invitation (event_id, token_hash, closes_on, made_by) values ($1, $2, $3, $4)"
    package let event: ID<Event>
    package let tokenHash: [UInt8]
    package let closesOn: Day
    package let madeBy: ID<Person>?

    package init(event: ID<Event>, tokenHash: [UInt8], closesOn: Day, madeBy: ID<Person>?) {
        self.event = event
        self.tokenHash = tokenHash
        self.closesOn = closesOn
        self.madeBy = madeBy
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(event, tokenHash, closesOn, madeBy) }
}

/// The invitation that a secret opens, while it can be answered.
package struct OpenProposalInvitation: Statement {
    package static let sql = """
        select i.id, i.event_id, e.slug, e.title, e.from_day, e.to_day, i.closes_on
        from proposal_invitation i join event e on e.id = i.event_id
        where i.token_hash = $1 and i.ended_at is null and e.state in ('draft', 'published')
            and i.closes_on >= (app.app_now() at time zone 'Europe/London')::date
        """
    package struct Found: Sendable {
        package let id: ID<ProposalInvitation>
        package let event: ID<Event>
        package let invitation: ProposalInvitation
    }
    package let tokenHash: [UInt8]

    package init(tokenHash: [UInt8]) { self.tokenHash = tokenHash }

    package func bind(to parameters: inout Parameters) { parameters.append(tokenHash) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        let id: ID<ProposalInvitation> = try row.next()
        let event: ID<Event> = try row.next()
        return try Found(
            id: id, event: event,
            invitation: ProposalInvitation(
                event: row.next(), eventTitle: row.next(), from: row.next(), to: row.next(), closesOn: row.next()))
    }
}

/// Until when sessions can be offered for an event; no row when they cannot. For those who schedule.
package struct ProposalInvitationOfEvent: Statement {
    package static let sql = """
        select i.closes_on from proposal_invitation i join event e on e.id = i.event_id
        where e.slug = $3 and i.ended_at is null and i.closes_on >= (app.app_now() at time zone 'Europe/London')::date
            and app.actor_schedules($1, $2)
        """
    package let actor: Actor
    package let event: String

    package init(_ actor: Actor, event: String) {
        self.actor = actor
        self.event = event
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(event)
    }

    package static func decode(_ row: inout RowReader) throws -> Day { try row.next() }
}
