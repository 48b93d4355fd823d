package import Domain
import Foundation
import Postgres
import Store

/// What the house does by itself: running it, what it did last, and asking for it to run now.
package struct JobService: Sendable {
    let house: House

    /// Every job with what it did last. For admins.
    package func runs(by actor: Actor) async throws -> [HouseJobRun] {
        try await AccessService(house: house).require([.admin], actor, to: "see the jobs")
        let rows = try await house.read(JobRuns(actor))
        return HouseJob.allCases.map { job in
            let row = rows.first { $0.name == job.rawValue }
            return HouseJobRun(
                job: job, ranAt: row?.ranAt, milliseconds: row?.milliseconds, outcome: row?.outcome,
                failedAt: row?.failedAt, failure: row?.failure, askedAt: row?.askedAt, isLate: row?.isOld ?? true)
        }
    }

    /// Has the worker run a job at its next turn, within a second or two.
    package func ask(for job: HouseJob, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "run jobs")
            try await work.transaction.run(AskForJob(name: job.rawValue))
            try await work.audit(actor, [AuditLine("job.ask", "job:\(job.rawValue)")])
        }
    }

    /// The jobs that somebody wants to run now.
    func asked() async throws -> [HouseJob] {
        try await house.read(JobsAskedFor()).compactMap { HouseJob(rawValue: $0) }
    }

    /// Runs a job and notes what came of it. A failure is noted in words that are safe to show, and is the worker's to log.
    ///
    /// - Parameter body: answers what it did, nil when there was nothing to do.
    func run(_ job: HouseJob, _ body: () async throws -> String?) async throws {
        let began = ContinuousClock.now
        do {
            let outcome = try await body()
            let took = (ContinuousClock.now - began) / .milliseconds(1)
            try await note(NoteJobRun(name: job.rawValue, milliseconds: Int(min(took, 1e9)), outcome: outcome))
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            try? await note(NoteJobFailure(name: job.rawValue, failure: Self.words(error)))
            throw error
        }
    }

    private func note(_ statement: some Statement) async throws {
        try await house.transaction(dryRun: false) { work in _ = try await work.transaction.run(statement) }
    }

    /// No SQL, no value of a row.
    static func words(_ error: any Error) -> String {
        switch error {
        case let refusal as any Refusal: String(refusal.message.prefix(400))
        case let failure as ServiceFailure: String(failure.message.prefix(400))
        default: "It could not be done, for a reason that stands in the program's log."
        }
    }
}

extension Services {
    package var jobs: JobService { JobService(house: house) }
}
