import Domain
package import Postgres

/// A key that somebody used, and what was answered then.
package struct StoredAnswer: Sendable {
    package let key: String
    package let requestHash: [UInt8]
    package let answer: JSONText
}

/// Waits for whoever works on the same key, until the end of the transaction. Two keys may share a lock by chance, and then
/// wait for each other needlessly. Taken before any session's lock.
package struct LockAnswer: Statement {
    package static let sql = "select pg_advisory_xact_lock(3, hashtext($1))::text"
    package let actor: Int
    package let key: String

    package init(actor: Int, key: String) {
        self.actor = actor
        self.key = key
    }

    package func bind(to parameters: inout Parameters) { parameters.append("\(actor) \(key)") }
}

/// The answers stored for (actor, key) pairs. The operator's actor id is 0.
package struct StoredAnswers: Statement {
    package static let sql = """
        select i.actor_id, i.key, i.request_hash, i.answer
        from unnest($1::bigint[], $2::text[]) as wanted(actor_id, key) join idempotency i using (actor_id, key)
        """
    package let actors: [Int]
    package let keys: [String]

    package init(actors: [Int], keys: [String]) {
        self.actors = actors
        self.keys = keys
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(actors, keys) }

    package static func decode(_ row: inout RowReader) throws -> (actor: Int, stored: StoredAnswer) {
        (try row.next(), try StoredAnswer(key: row.next(), requestHash: row.next(), answer: row.next()))
    }
}

package struct StoreAnswers: Statement {
    package static let sql = """
        insert into idempotency (actor_id, key, request_hash, answer)
        select a.actor_id, a.key, a.request_hash, a.answer::jsonb
        from unnest($1::bigint[], $2::text[], $3::bytea[], $4::text[]) as a(actor_id, key, request_hash, answer)
        """
    package let actors: [Int]
    package let keys: [String]
    package let hashes: [[UInt8]]
    package let answers: [String]

    package init(actors: [Int], keys: [String], hashes: [[UInt8]], answers: [String]) {
        self.actors = actors
        self.keys = keys
        self.hashes = hashes
        self.answers = answers
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(actors, keys, hashes, answers) }
}

/// Forgets answers older than a day.
package struct ForgetAnswers: Statement {
    package static let sql = "delete from idempotency where created_at < app.app_now() - interval '24 hours'"

    package init() {}
}
