package import Domain
package import Foundation
package import Postgres

/// The posts with all their holders, one row for each holding, first holder first; for those who schedule.
package struct PostHoldings: Statement {
    package struct Row: Sendable {
        package let key: Int
        package let id: UUID
        package let name: String
        package let holder: Post.Holder
    }

    package static let sql = """
        select p.id, p.public_id, p.name, h.person_id, x.name, h.from_day, h.to_day
        from post p join post_holder h on h.post_id = p.id join person x on x.id = h.person_id
        where app.actor_schedules($1, $2) order by lower(p.name), h.from_day
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> Row {
        try Row(
            key: row.next(), id: row.next(), name: row.next(),
            holder: Post.Holder(person: row.next(), name: row.next(), from: row.next(), to: row.next()))
    }
}

/// No row: there is a post of that name already.
package struct InsertPost: Statement {
    package static let sql = "insert into post (name) values ($1) on conflict do nothing returning id, public_id"
    package let name: String

    package init(name: String) { self.name = name }

    package func bind(to parameters: inout Parameters) { parameters.append(name) }

    package static func decode(_ row: inout RowReader) throws -> (key: Int, id: UUID) {
        (try row.next(), try row.next())
    }
}

/// Keeps others from handing the same post on at the same time.
package struct LockPost: Statement {
    package static let sql = "select id from post where public_id = $1 for no key update"
    package let id: UUID

    package init(id: UUID) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Ends the holding without a last day.
package struct EndHolding: Statement {
    package static let sql = "update post_holder set to_day = $2 where post_id = $1 and to_day is null"
    package let post: Int
    package let last: Day

    package init(post: Int, last: Day) {
        self.post = post
        self.last = last
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(post, last) }
}

package struct InsertHolding: Statement {
    package static let sql = "insert into post_holder (post_id, person_id, from_day) values ($1, $2, $3)"
    package let post: Int
    package let person: ID<Person>
    package let from: Day

    package init(post: Int, person: ID<Person>, from: Day) {
        self.post = post
        self.person = person
        self.from = from
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(post, person, from) }
}

/// The sessions of the draft that a person leads and that are not over, soonest first, unplaced ones last; for those who schedule.
package struct LedSessions: Statement {
    package static let sql = """
        select s.reference, s.title, s.starts_at from session s join session_facilitator f on f.session_id = s.id
        where app.actor_schedules($1, $2) and f.person_id = $3 and s.state <> 'cancelled' and (s.ends_at is null or s.ends_at > app.app_now())
        order by s.starts_at, s.reference
        """
    package let actor: Actor
    package let person: ID<Person>

    package init(_ actor: Actor, _ person: ID<Person>) {
        self.actor = actor
        self.person = person
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(person)
    }

    package static func decode(_ row: inout RowReader) throws -> (reference: String, title: String, startsAt: Date?) {
        (try row.next(), try row.next(), try row.next())
    }
}
