package import Domain
package import Foundation
package import Postgres

extension Proposal.State: PostgresEnum {}

package struct InsertProposal: Statement {
    package static let sql = """
        insert into proposal (public_id, event_id, invitation_id, name, email, organisation, title, description, minutes, size, dates,
            audience, equipment)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """
    package let publicID: UUID
    package let event: ID<Event>
    package let invitation: ID<ProposalInvitation>
    package let content: ProposalContent

    package init(publicID: UUID, event: ID<Event>, invitation: ID<ProposalInvitation>, content: ProposalContent) {
        self.publicID = publicID
        self.event = event
        self.invitation = invitation
        self.content = content
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(publicID, event, invitation)
        parameters.bind(content.name, content.email, content.organisation)
        parameters.bind(
            content.title, content.description, Int32(clamping: content.minutes), Int32(clamping: content.size))
        parameters.bind(content.dates, content.audience, content.equipment)
    }
}

/// What was offered for an event, what waits for a decision first; or one offer. For those who schedule.
package struct Proposals: Statement {
    package static let sql = """
        select p.public_id, e.slug, p.name, p.email, p.organisation, p.title, p.description, p.minutes::bigint, p.size::bigint, p.dates,
            p.audience, p.equipment, p.made_at, p.state, s.reference, p.decline_reason
        from proposal p join event e on e.id = p.event_id left join session s on s.id = p.session_id
        where app.actor_schedules($1, $2) and ($3::text is null or e.slug = $3) and ($4::uuid is null or p.public_id = $4)
        order by p.state <> 'new', p.id desc limit 500
        """
    package let actor: Actor
    package let event: String?
    package let id: UUID?

    package init(_ actor: Actor, event: String) {
        self.actor = actor
        self.event = event
        id = nil
    }

    package init(_ actor: Actor, id: UUID) {
        self.actor = actor
        event = nil
        self.id = id
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(event, id)
    }

    package static func decode(_ row: inout RowReader) throws -> Proposal {
        let id: UUID = try row.next()
        let event: String = try row.next()
        let content = try ProposalContent(
            name: row.next(), email: row.next(), organisation: row.next(), title: row.next(), description: row.next(),
            minutes: row.next(), size: row.next(), dates: row.next(), audience: row.next(), equipment: row.next())
        return try Proposal(
            id: id, event: event, content: content, madeAt: row.next(), state: row.next(), session: row.next(),
            declineReason: row.next())
    }
}

/// Decides an offer that waits. No row: it was decided before.
package struct DecideProposal: Statement {
    package static let sql = """
        update proposal set state = $2, session_id = (select id from session where reference = $3), decline_reason = $4,
            decided_at = app.app_now(), decided_by = $5
        where public_id = $1 and state = 'new' returning id
        """
    package let id: UUID
    package let state: Proposal.State
    package let session: String?
    package let reason: String?
    package let by: ID<Person>?

    package init(_ id: UUID, _ state: Proposal.State, session: String? = nil, reason: String? = nil, by: ID<Person>?) {
        self.id = id
        self.state = state
        self.session = session
        self.reason = reason
        self.by = by
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, state, session, reason, by) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
