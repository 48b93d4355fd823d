package import Domain
package import Foundation
package import Postgres

/// Whose name this is, where it is that of one person alone, and how many of the writer's wait. One row.
package struct ShoutOutFacts: Statement {
    package static let sql = """
        select (select min(id) from person where left_at is null and lower(name) = lower($2) having count(*) = 1),
            (select count(*) from shout_out where written_by = $1 and state = 'waiting')
        """
    package let writer: ID<Person>
    package let name: String?

    package init(_ writer: ID<Person>, name: String?) {
        self.writer = writer
        self.name = name
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(writer, name) }

    package static func decode(_ row: inout RowReader) throws -> (person: ID<Person>?, waiting: Int) {
        (try row.next(), try row.next())
    }
}

package struct InsertShoutOut: Statement {
    package static let sql = """
        insert into shout_out (public_id, written_by, team_id, to_name, person_id, event_id, words)
        values ($1, $2, $3, $4, $5, (select id from event where slug = $6), $7)
        """
    package let publicID: UUID
    package let writer: ID<Person>
    package let team: ID<Team>?
    package let name: String?
    package let person: ID<Person>?
    package let event: String?
    package let words: String

    package init(
        publicID: UUID, writer: ID<Person>, team: ID<Team>?, name: String?, person: ID<Person>?, event: String?,
        words: String
    ) {
        self.publicID = publicID
        self.writer = writer
        self.team = team
        self.name = name
        self.person = person
        self.event = event
        self.words = words
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(publicID, writer, team, name, person, event, words)
    }
}

/// Holds a shout-out, and says where it stands and whether the actor wrote it. No row: there is none.
package struct LockShoutOut: Statement {
    package static let sql = """
        select state, coalesce(written_by = $2, false), to_name, words from shout_out where public_id = $1 for no key update
        """
    package let id: UUID
    package let actor: ID<Person>?

    package init(_ id: UUID, for actor: ID<Person>?) {
        self.id = id
        self.actor = actor
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, actor) }

    package static func decode(_ row: inout RowReader) throws -> (
        state: ShoutOut.State, isOwn: Bool, name: String?, words: String
    ) {
        (try row.next(), try row.next(), try row.next(), try row.next())
    }
}

/// Moves a shout-out on. Withdrawing leaves what was decided about it.
package struct MoveShoutOut: Statement {
    package static let sql = """
        update shout_out set state = $2, decline_reason = $3, decided_by = case when $2 = 'withdrawn' then decided_by else $4 end,
            decided_at = case when $2 = 'withdrawn' then decided_at else app.app_now() end
        where public_id = $1
        """
    package let id: UUID
    package let state: ShoutOut.State
    package let reason: String?
    package let by: ID<Person>?

    package init(_ id: UUID, to state: ShoutOut.State, reason: String? = nil, by: ID<Person>? = nil) {
        self.id = id
        self.state = state
        self.reason = reason
        self.by = by
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, state, reason, by) }
}
