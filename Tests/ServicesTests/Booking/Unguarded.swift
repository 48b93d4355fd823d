import Domain
import Postgres
import TestSupport

/// How not to book: look whether there is a place, then take it, with nothing held in between. `barrier` keeps everybody between
/// the two until all have looked.
struct Unguarded {
    let database: PostgresClient
    let session: ID<Session>
    let barrier: Barrier

    /// Whether a place was taken.
    func book(_ person: ID<Person>) async throws -> Bool {
        try await database.transaction(TransactionOptions(retries: 0)) { transaction in
            let free = try await transaction.first(FreePlaces(session: session)) ?? 0
            await barrier.arrive()
            guard free > 0 else { return false }
            try await transaction.run(TakePlace(session: session, person: person))
            return true
        }
    }
}

struct FreePlaces: Statement {
    static let sql = """
        select s.capacity - (select count(*) from booking b where b.session_id = s.id and b.state in ('confirmed', 'offered'))
        from session s where s.id = $1
        """
    let session: ID<Session>

    func bind(to parameters: inout Parameters) { parameters.append(session) }

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

struct TakePlace: Statement {
    static let sql = "insert into booking (session_id, person_id, state) values ($1, $2, 'confirmed')"
    let session: ID<Session>
    let person: ID<Person>

    func bind(to parameters: inout Parameters) {
        parameters.append(session)
        parameters.append(person)
    }
}

/// The bookings of a session: their public ids and states, in the order of the queue.
struct BookingsInTable: Statement {
    static let sql = "select public_id::text, person_id, state from booking where session_id = $1 order by queue_number"
    let session: ID<Session>

    func bind(to parameters: inout Parameters) { parameters.append(session) }

    static func decode(_ row: inout RowReader) throws -> (id: String, person: ID<Person>, state: String) {
        (try row.next(), try row.next(), try row.next())
    }
}

/// Cuts every other connection to this database, as a crash or an operator would.
struct CutConnections: Statement {
    static let sql = """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
        """

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
