package import Domain
package import Foundation
package import Postgres

/// What the jobs did last; for admins.
package struct JobRuns: Statement {
    package static let sql = """
        select name, ran_at, milliseconds, outcome, failed_at, failure, asked_at,
            coalesce(ran_at < app.app_now() - interval '5 minutes', true)
        from job_run where app.actor_holds($1, $2, array['admin'])
        """

    package struct Row: Sendable {
        package let name: String
        package let ranAt: Date?
        package let milliseconds: Int?
        package let outcome: String?
        package let failedAt: Date?
        package let failure: String?
        package let askedAt: Date?
        package let isOld: Bool
    }
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> Row {
        try Row(
            name: row.next(), ranAt: row.next(), milliseconds: row.next(), outcome: row.next(), failedAt: row.next(),
            failure: row.next(), askedAt: row.next(), isOld: row.next())
    }
}

/// Notes that a job ran, and what came of it.
package struct NoteJobRun: Statement {
    package static let sql = """
        insert into job_run (name, ran_at, milliseconds, outcome) values ($1, app.app_now(), $2, $3)
        on conflict (name) do update set ran_at = excluded.ran_at, milliseconds = excluded.milliseconds,
            outcome = coalesce(excluded.outcome, job_run.outcome),
            asked_at = case when job_run.asked_at <= excluded.ran_at then null else job_run.asked_at end
        """
    package let name: String
    package let milliseconds: Int
    /// Nil: nothing was to be done; what it last did stays.
    package let outcome: String?

    package init(name: String, milliseconds: Int, outcome: String?) {
        self.name = name
        self.milliseconds = milliseconds
        self.outcome = outcome
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(name, milliseconds, outcome) }
}

package struct NoteJobFailure: Statement {
    package static let sql = """
        insert into job_run (name, failed_at, failure) values ($1, app.app_now(), $2)
        on conflict (name) do update set failed_at = excluded.failed_at, failure = excluded.failure, asked_at = null
        """
    package let name: String
    package let failure: String

    package init(name: String, failure: String) {
        self.name = name
        self.failure = failure
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(name, failure) }
}

/// Asks the worker to run a job now.
package struct AskForJob: Statement {
    package static let sql = """
        insert into job_run (name, asked_at) values ($1, app.app_now()) on conflict (name) do update set asked_at = excluded.asked_at
        """
    package let name: String

    package init(name: String) { self.name = name }

    package func bind(to parameters: inout Parameters) { parameters.append(name) }
}

/// The jobs that somebody wants to run now.
package struct JobsAskedFor: Statement {
    package static let sql = "select name from job_run where asked_at is not null"

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
