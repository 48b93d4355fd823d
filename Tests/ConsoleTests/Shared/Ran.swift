import Domain
import Foundation
import Services
import Synchronization
import TestSupport
import Testing

@testable import Console

/// What a console printed and how it ended.
struct Ran {
    let code: Int32
    let out: String
    let error: String

    /// The arrays of JSON that it printed, one for each command.
    func arrays() throws -> [[[String: Any]]] {
        try out.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [[String: Any]])
        }
    }

    /// The rows of the last command.
    func rows() throws -> [[String: Any]] { try #require(try arrays().last) }

    func row() throws -> [String: Any] { try #require(try rows().first) }

    /// A script of commands, in JSON unless a test says otherwise.
    static func script(
        _ house: TestHouse, as email: String? = "officer@example.org", format: ConsoleFormat = .json, dryRun: Bool = false,
        osUser: String = "tester", _ commands: String...
    ) async -> Ran {
        await run(house, ConsoleOptions(as: email, osUser: osUser, commands: commands, format: format, dryRun: dryRun))
    }

    static func run(_ house: TestHouse, _ options: ConsoleOptions, input: FakeLines = FakeLines(.ended)) async -> Ran {
        let (out, error) = (Written(), Written())
        let streams = ConsoleStreams(
            out: { out.append($0) }, error: { error.append($0) }, input: { input }, isInteractive: false, width: { nil })
        let code = await Console.run(services: house.services, options: options, streams: streams)
        return Ran(code: code, out: out.text, error: error.text)
    }

    /// Somebody at a terminal who types these lines.
    static func typing(_ house: TestHouse, as email: String? = "officer@example.org", _ input: FakeLines) async throws -> Ran {
        let (out, error) = (Written(), Written())
        let streams = ConsoleStreams(
            out: { out.append($0) }, error: { error.append($0) }, input: { input }, isInteractive: true, width: { 100 })
        let options = ConsoleOptions(as: email, osUser: "tester")
        let terminal = Terminal(
            lines: input, interrupts: Interrupts(), names: LiveNames(services: house.services), history: nil)
        let runner = ConsoleRunner(
            services: house.services, options: options, streams: streams, statements: Statements(input, isInteractive: true),
            acting: try await Acting(house.services, options), terminal: terminal)
        let code = await runner.run()
        return Ran(code: code, out: out.text, error: error.text)
    }
}

/// Text that is written from any task.
final class Written: Sendable {
    private let written = Mutex("")

    var text: String { written.withLock { $0 } }

    func append(_ text: String) {
        written.withLock { $0 += text }
    }
}
