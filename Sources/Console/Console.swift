import Domain
import Foundation
package import Services

/// The admin console: a person at a terminal, or a script from commands, a file or a pipe.
package enum Console {
    /// - Returns: the exit code: 0 done, 1 refused, 2 wrong usage, 3 out of reach.
    package static func run(services: Services, options: ConsoleOptions, streams: ConsoleStreams = .standard) async
        -> Int32
    {
        do {
            let acting = try await Acting(services, options)
            if options.commands.isEmpty, options.file == nil {
                return await streams.isInteractive
                    ? converse(services, options, streams, acting)
                    : runner(services, options, streams, acting, Statements(streams.input(), isInteractive: false))
                        .run()
            }
            let (events, lines) = try script(options)
            return await runner(services, options, streams, acting, Statements(prepared: events, lines: lines)).run()
        } catch {
            let failure = ConsoleFailure(error)
            streams.error(Printable.prose(failure.message) + "\n")
            return failure.exitCode
        }
    }

    private static func converse(
        _ services: Services, _ options: ConsoleOptions, _ streams: ConsoleStreams, _ acting: Acting
    ) async -> Int32 {
        let terminal = Terminal(services: services, options: options)
        streams.error(Printable.prose(await Terminal.greeting(services, acting.actor)) + "\n")
        let history = terminal.history
        let statements = Statements(terminal.lines, isInteractive: true) { line in
            if LineHistory.isKept(line) { LineEditor.remember(line) }
            history?.append(line)
        }
        return await runner(services, options, streams, acting, statements, terminal).run()
    }

    private static func runner(
        _ services: Services, _ options: ConsoleOptions, _ streams: ConsoleStreams, _ acting: Acting,
        _ statements: Statements,
        _ terminal: Terminal? = nil
    ) -> ConsoleRunner {
        ConsoleRunner(
            services: services, options: options, streams: streams, statements: statements, acting: acting,
            terminal: terminal)
    }

    /// The statements of `--command` and `--file`, in this order.
    private static func script(_ options: ConsoleOptions) throws -> (events: [StatementEvent], lines: Int) {
        var events: [StatementEvent] = []
        var lines = 0
        for command in options.commands {
            let (more, last) = Statements.events(in: command, after: lines, spanningLines: true)
            events += more
            lines = last
        }
        if let path = options.file {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw ConsoleProblem("\(path) cannot be read.")
            }
            guard case .line(let text) = DescriptorLines.event(Array(data)) else {
                throw ConsoleProblem("\(path) is not a text in UTF-8.")
            }
            let (more, last) = Statements.events(in: text)
            events += more
            lines = last
        }
        return (events, lines)
    }
}
