package import Domain
package import Foundation
package import Postgres

/// Locks people in ascending order, after the sessions' locks.
package struct LockPeople: Statement {
    package static let sql = """
        select count(*) from (select id from person where id = any($1) order by id for no key update) locked
        """
    package let people: [ID<Person>]

    package init(_ people: [ID<Person>]) { self.people = people }

    package func bind(to parameters: inout Parameters) { parameters.append(people) }
}

/// What booking is decided by, read under the session's lock. No row: not in the newest release.
package struct SessionFactsStatement: Statement {
    package static let sql = """
        select s.reference, s.state = 'cancelled', e.state = 'published', lower(rs.during), lower(rs.during) - e.booking_closes, s.capacity,
            s.taken, s.waiting, app.app_now()
        from session s join event e on e.id = s.event_id join release_session rs on rs.session_id = s.id and rs.latest where s.id = $1
        """
    package let session: ID<Session>

    package init(_ session: ID<Session>) { self.session = session }

    package func bind(to parameters: inout Parameters) { parameters.append(session) }

    package static func decode(_ row: inout RowReader) throws -> SessionFacts {
        try SessionFacts(
            reference: row.next(), isCancelled: row.next(), eventIsOpen: row.next(), startsAt: row.next(),
            closesAt: row.next(),
            capacity: row.next(), taken: row.next(), waiting: row.next(), now: row.next())
    }
}

/// What is decided by about each person, read under both locks. Having to be among the audience, the earlier session and
/// the person's other places are all decided here, inside the SQL.
package struct CandidateFactsStatement: Statement {
    package static let sql = """
        select p.id, p.left_at is not null or coalesce(p.leaves_at <= app.app_now(), false),
            (select b.state from booking b where b.session_id = $1 and b.person_id = p.id and b.state in ('requested', 'confirmed', 'waiting', 'offered')),
            a.admits, not a.admits and app.only_reads(p.id), app.audience_wants_first($1, p.id),
            \(ClashingSessions.sql(session: "$1", held: "(\(ClashingSessions.held(by: "p.id")))"))
        from person p cross join lateral (select app.audience_admits($1, p.id) as admits offset 0) a where p.id = any($2)
        """
    package let session: ID<Session>
    package let people: [ID<Person>]

    package init(_ session: ID<Session>, _ people: [ID<Person>]) {
        self.session = session
        self.people = people
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(session, people) }

    package static func decode(_ row: inout RowReader) throws -> (person: ID<Person>, facts: CandidateFacts) {
        (
            try row.next(),
            try CandidateFacts(
                hasLeft: row.next(), liveState: row.next(), isAdmitted: row.next(), onlyReads: row.next(),
                wantsFirst: row.next(), clashes: row.next())
        )
    }
}

/// The waiting list's head, in order.
package struct WaitingHead: Statement {
    package struct Waiter: Sendable {
        package let booking: Int
        package let publicID: UUID
        package let person: ID<Person>
        package let passedOver: String?
    }

    package static let sql = """
        select id, public_id, person_id, passed_over_reason from booking where session_id = $1 and state = 'waiting' order by queue_number limit $2
        """
    package let session: ID<Session>
    package let limit: Int

    package init(_ session: ID<Session>, limit: Int) {
        self.session = session
        self.limit = limit
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(session, limit) }

    package static func decode(_ row: inout RowReader) throws -> Waiter {
        try Waiter(booking: row.next(), publicID: row.next(), person: row.next(), passedOver: row.next())
    }
}

/// Sessions where somebody waits beside a free place: each deserves another look, as a clash may have gone.
package struct SessionsToSweep: Statement {
    package static let sql = """
        select s.id from session s join release_session rs on rs.session_id = s.id and rs.latest
        where s.state = 'scheduled' and s.waiting > 0 and s.taken < s.capacity and lower(rs.during) > app.app_now() order by s.id
        """

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> ID<Session> { try row.next() }
}
