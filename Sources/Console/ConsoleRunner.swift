import Domain
import Services

/// Runs statements: prints what they answer and says why they were refused. A script ends at its first failure.
struct ConsoleRunner: Sendable {
    /// Why running ended.
    enum End: Error, Equatable {
        case done
        case failed(Int32)
    }

    let services: Services
    let options: ConsoleOptions
    let streams: ConsoleStreams
    let statements: Statements
    let acting: Acting
    /// Somebody types.
    let terminal: Terminal?

    /// A reason may quote what was typed, which has no bounds.
    static let longestReason = 4000

    var isInteractive: Bool { terminal != nil }

    func run() async -> Int32 {
        let end: End
        if options.dryRun, !isInteractive {
            end = await rehearse()
        } else {
            end = await loop(in: nil)
        }
        if case .failed(let code) = end { return code }
        return 0
    }

    /// Statements until there are no more, or one fails in a script.
    private func loop(in work: Work?) async -> End {
        while true {
            await terminal?.names.refresh(for: acting.actor)
            switch await statements.next(prompt: "practiceweek> ") {
            case .ended: return .done
            case .interrupted: if !isInteractive { return .done }
            case .unreadable(let line, let reason):
                report(line, reason)
                if !isInteractive { return .failed(2) }
            case .statement(let statement):
                if work == nil, ["begin"] == statement.words {
                    if let end = await block(from: statement.number) { return end }
                } else {
                    switch await step(statement, in: work) {
                    case nil: return .done
                    case .success: break
                    case .failure(let failure): if !isInteractive { return .failed(failure.exitCode) }
                    }
                }
            }
        }
    }

    enum Step {
        case success
        case failure(ConsoleFailure)
    }

    /// One statement. Nil when it says to leave.
    private func step(_ statement: ShellWords.Line, in work: Work?) async -> Step? {
        if work != nil, options.dryRun, !isInteractive, ["begin", "commit"].contains(statement.words.first),
            statement.words.count == 1
        {
            show(ConsoleOutput())
            return .success
        }
        do {
            let output = try await answer(to: statement.words, in: work)
            show(output)
            if work == nil { await acting.lookAgain() }
            if output.ends { return nil }
            if let reason = output.failure { throw ConsoleProblem(reason) }
            return .success
        } catch {
            let failure = ConsoleFailure(error)
            report(statement.number, failure.message)
            return .failure(failure)
        }
    }

    private func answer(to words: [String], in work: Work?) async throws -> ConsoleOutput {
        let session = session(in: work)
        guard let terminal else { return try await Self.perform(words, session) }
        return try await terminal.interrupts.during { try await Self.perform(words, session) }
    }

    private static func perform(_ words: [String], _ session: ConsoleSession) async throws -> ConsoleOutput {
        do {
            guard let work = session.work else { return try await session.perform(try ConsoleGrammar.parse(words)) }
            return try await work.attempt { try await session.perform(try ConsoleGrammar.parse(words)) }
        } catch let help as ConsoleGrammar.Help {
            return ConsoleOutput(.text(help.text.hasSuffix("\n") ? help.text : help.text + "\n", key: "help"))
        }
    }

    private func session(in work: Work?) -> ConsoleSession {
        var session = ConsoleSession(services: services, actor: acting.actor, work: work)
        session.isDryRun = options.dryRun
        session.printerPath = options.printerPath
        session.progress = { done, whole, what in
            let line = "\(done) of \(whole) \(what)"
            if streams.isInteractive {
                streams.error("\r" + Printable.prose(line) + (done >= whole ? "\n" : ""))
            } else if done > 0, whole > 0, done == whole || done * 10 / whole > (done - 1) * 10 / whole {
                streams.error(Printable.prose(line) + "\n")
            }
        }
        session.say = { streams.error(Printable.prose($0) + "\n") }
        if let terminal {
            session.ask = { question in
                if case .line(let typed) = await terminal.lines.line(prompt: question) { typed } else { nil }
            }
        }
        return session
    }

    private func show(_ output: ConsoleOutput) {
        streams.out(options.format.render(output, width: streams.width()))
        for message in output.messages { streams.error(Printable.prose(message) + "\n") }
    }

    private func report(_ line: Int, _ reason: String) {
        let prefix = isInteractive ? "" : "line \(line): "
        streams.error(Printable.prose(prefix + reason.prefix(Self.longestReason)) + "\n")
    }
}

extension ConsoleRunner {
    /// How a block between `begin` and `commit` ends other than by `commit`.
    private enum BlockEnd: Error {
        case rolledBack
        case left
        case unfinished
        case failed(Int32)
        /// The database asked for all of it again, which cannot be typed again.
        case restarted
    }

    /// The statements from `begin` to `commit`, in one transaction. Answers nil when running goes on.
    private func block(from begin: Int) async -> End? {
        var hasStarted = false
        do {
            try await services.work(dryRun: options.dryRun) { work in
                guard !hasStarted else { throw BlockEnd.restarted }
                hasStarted = true
                if isInteractive { try await work.waitForTyping() }
                show(ConsoleOutput())
                try await inside(work)
            }
            show(
                ConsoleOutput(
                    messages: isInteractive ? [options.dryRun ? "Dry run: nothing was changed." : "Committed."] : []))
            await acting.lookAgain()
            return nil
        } catch {
            return end(of: begin, after: error)
        }
    }

    private func inside(_ work: Work) async throws {
        while true {
            switch await statements.next(prompt: "practiceweek (begun)> ") {
            case .ended: throw BlockEnd.unfinished
            case .interrupted:
                if !isInteractive { throw BlockEnd.unfinished }
            case .unreadable(let line, let reason):
                report(line, reason)
                if !isInteractive { throw BlockEnd.failed(2) }
            case .statement(let statement) where statement.words == ["commit"]: return
            case .statement(let statement) where statement.words == ["rollback"]: throw BlockEnd.rolledBack
            case .statement(let statement):
                switch await step(statement, in: work) {
                case nil: throw BlockEnd.left
                case .success: break
                // A slip of the keyboard has not touched the transaction.
                case .failure(let failure) where isInteractive && failure.exitCode == 2: break
                case .failure(let failure): throw BlockEnd.failed(failure.exitCode)
                }
            }
        }
    }

    private func end(of begin: Int, after error: any Error) -> End? {
        let undone =
            "What was done since begin\(isInteractive ? "" : " (line \(begin))") was rolled back: nothing was changed."
        switch error {
        case BlockEnd.rolledBack:
            show(ConsoleOutput(messages: isInteractive ? ["Rolled back."] : []))
            return nil
        case BlockEnd.left:
            streams.error(undone + "\n")
            return .done
        case BlockEnd.unfinished:
            streams.error("\(isInteractive ? "" : "line \(begin): ")begin without commit. \(undone)\n")
            return isInteractive ? .done : .failed(1)
        case BlockEnd.failed(let code):
            streams.error(undone + "\n")
            return isInteractive ? nil : .failed(code)
        case BlockEnd.restarted:
            streams.error("Somebody else changed the same things at the same moment. \(undone) Type it again.\n")
            return isInteractive ? nil : .failed(1)
        default:
            let failure = ConsoleFailure(error)
            report(begin, failure.message)
            return isInteractive ? nil : .failed(failure.exitCode)
        }
    }

    /// A whole script in one transaction that is rolled back, so that later lines see what earlier ones did.
    private func rehearse() async -> End {
        var hasStarted = false
        var outcome = End.done
        do {
            try await services.work(dryRun: true) { work in
                guard !hasStarted else { throw BlockEnd.restarted }
                hasStarted = true
                outcome = await loop(in: work)
                if outcome != .done { throw outcome }
            }
        } catch let end as End {
            outcome = end
        } catch {
            let failure = ConsoleFailure(error)
            streams.error(failure.message + "\n")
            outcome = .failed(failure.exitCode)
        }
        streams.error("Dry run: nothing was changed.\n")
        return outcome
    }
}
