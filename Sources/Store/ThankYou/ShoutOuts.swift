package import Domain
import Foundation
package import Postgres

extension ShoutOut.State: PostgresEnum {}

extension ShoutOut {
    static let columns = """
        o.public_id, t.name, o.to_name, o.words, e.slug, e.title, w.name, o.written_at, o.state, o.decline_reason, o.decided_at
        """
    static let joins = """
        join person w on w.id = o.written_by left join team t on t.id = o.team_id left join event e on e.id = o.event_id
        """

    /// - Parameter isOwn: the column after these.
    static func read(_ row: inout RowReader) throws -> ShoutOut {
        let id: UUID = try row.next()
        let (team, name): (String?, String?) = try (row.next(), row.next())
        let to = team.map(Recipient.team) ?? name.map(Recipient.person) ?? .everyone
        return try ShoutOut(
            id: id, to: to, words: row.next(), event: row.next(), eventTitle: row.next(), writtenBy: row.next(),
            writtenAt: row.next(), state: row.next(), declineReason: row.next(), decidedAt: row.next(),
            isOwn: row.next())
    }
}

/// What everybody signed in sees, the newest first; to one name or all, a page of it. For persons alone.
package struct ShoutOutWall: Statement {
    package static let sql = """
        select \(ShoutOut.columns), o.written_by = $1
        from shout_out o \(ShoutOut.joins)
        where o.state = 'shown' and ($2::text is null or strpos(lower(coalesce(t.name, o.to_name, 'everyone')), lower($2)) > 0)
        order by o.decided_at desc, o.id desc limit $3 offset $4
        """
    package let reader: ID<Person>
    package let to: String?
    package let limit: Int
    package let offset: Int

    package init(_ reader: ID<Person>, to: String?, limit: Int, offset: Int) {
        self.reader = reader
        self.to = to
        self.limit = limit
        self.offset = offset
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(reader, to, limit, offset) }

    package static func decode(_ row: inout RowReader) throws -> ShoutOut { try ShoutOut.read(&row) }
}

package struct CountShoutOutWall: Statement {
    package static let sql = """
        select count(*) from shout_out o left join team t on t.id = o.team_id
        where o.state = 'shown' and ($1::text is null or strpos(lower(coalesce(t.name, o.to_name, 'everyone')), lower($1)) > 0)
        """
    package let to: String?

    package init(to: String?) { self.to = to }

    package func bind(to parameters: inout Parameters) { parameters.append(to) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// What somebody wrote, the newest first.
package struct OwnShoutOuts: Statement {
    package static let sql = """
        select \(ShoutOut.columns), true from shout_out o \(ShoutOut.joins)
        where o.written_by = $1 order by o.id desc limit 50
        """
    package let writer: ID<Person>

    package init(_ writer: ID<Person>) { self.writer = writer }

    package func bind(to parameters: inout Parameters) { parameters.append(writer) }

    package static func decode(_ row: inout RowReader) throws -> ShoutOut { try ShoutOut.read(&row) }
}

/// Shout-outs in one state, or all, those that wait longest first; for those who schedule.
package struct ShoutOutQueue: Statement {
    package static let sql = """
        select \(ShoutOut.columns), coalesce(o.written_by = $1, false) from shout_out o \(ShoutOut.joins)
        where app.actor_schedules($1, $2) and ($3::text is null or o.state = $3)
        order by o.state <> 'waiting', case when o.state = 'waiting' then o.id end, o.id desc limit 200
        """
    package let actor: Actor
    package let state: ShoutOut.State?

    package init(_ actor: Actor, state: ShoutOut.State?) {
        self.actor = actor
        self.state = state
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(state?.rawValue)
    }

    package static func decode(_ row: inout RowReader) throws -> ShoutOut { try ShoutOut.read(&row) }
}

/// How many stand where; for those who schedule.
package struct ShoutOutCountsNow: Statement {
    package static let sql = """
        select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'shown'),
            count(*) filter (where state = 'declined')
        from shout_out where app.actor_schedules($1, $2)
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> ShoutOutCounts {
        try ShoutOutCounts(waiting: row.next(), shown: row.next(), declined: row.next())
    }
}
