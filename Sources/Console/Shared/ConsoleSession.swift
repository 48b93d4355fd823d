import Domain
import Foundation
import Services

/// What a command works with: who acts, through which transaction, and whether somebody is there to be asked.
package struct ConsoleSession: Sendable {
    let services: Services
    let actor: Actor
    /// The open transaction, between `begin` and `commit` and in a dry run.
    var work: Work?
    /// Asks whoever sits at the terminal; nil in scripts. Answers nil when they would rather not say.
    var ask: (@Sendable (String) async -> String?)?
    /// Writes to standard error at once, ahead of a question.
    var say: @Sendable (String) -> Void = { _ in }
    /// Says how far something has come: over the same line where somebody sits there, otherwise at every tenth of it.
    var progress: @Sendable (_ done: Int, _ whole: Int, _ what: String) -> Void = { _, _, _ in }
    /// Where WeasyPrint is looked for.
    var printerPath: String?
    /// What is changed will be rolled back.
    var isDryRun = false

    /// The day it is on the wall in London.
    var today: Day { London.local(services.outside.now()).day }

    /// Runs a command in the open transaction, or each use case in one of its own.
    func perform(_ command: some ConsoleCommand) async throws -> ConsoleOutput {
        guard let changing = command as? any ChangingCommand, changing.trial.isDryRun || isDryRun else {
            return try await command.perform(in: self)
        }
        var output: ConsoleOutput
        if let work {
            output = changing.trial.isDryRun ? try await rehearse(changing, work) : try await changing.perform(in: self)
            if !changing.trial.isDryRun { return output }
        } else {
            output = try await services.work(dryRun: true) { work in
                try await changing.perform(in: rehearsing(in: work))
            }
        }
        output.messages.append("Dry run: nothing was changed.")
        return output
    }

    private func rehearse(_ command: some ConsoleCommand, _ work: Work) async throws -> ConsoleOutput {
        try await work.rehearsal { try await command.perform(in: rehearsing(in: work)) }
    }

    private func rehearsing(in work: Work) -> ConsoleSession {
        var session = self
        session.work = work
        session.isDryRun = true
        return session
    }

    /// All of a command's use cases in one transaction.
    func together<Answer: Sendable>(_ body: (Work) async throws -> Answer) async throws -> Answer {
        if let work { return try await body(work) }
        return try await services.work(body)
    }
}
