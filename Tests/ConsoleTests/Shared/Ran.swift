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

    /// The arrays of JSON that it printed, one for each command. None when it printed anything else.
    var arrays: [[Row]] {
        let lines = out.split(separator: "\n").map {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [[String: Any]]
        }
        let arrays = lines.compactMap(\.self)
        return arrays.count == lines.count ? arrays.map { $0.map(Row.init) } : []
    }

    /// The rows of the last command.
    var rows: [Row] { arrays.last ?? [] }

    var row: Row { rows.first ?? Row(fields: [:]) }

    /// A script of commands, in JSON unless a test says otherwise.
    static func script(
        _ house: TestHouse, as email: String? = "officer@example.org", format: ConsoleFormat = .json,
        dryRun: Bool = false,
        osUser: String = "tester", _ commands: String...
    ) async -> Ran {
        await run(house, ConsoleOptions(as: email, osUser: osUser, commands: commands, format: format, dryRun: dryRun))
    }

    static func run(_ house: TestHouse, _ options: ConsoleOptions, input: FakeLines = FakeLines(.ended)) async -> Ran {
        let (out, error) = (Written(), Written())
        let streams = ConsoleStreams(
            out: { out.append($0) }, error: { error.append($0) }, input: { input }, isInteractive: false, width: { nil }
        )
        let code = await Console.run(services: house.services, options: options, streams: streams)
        return Ran(code: code, out: out.text, error: error.text)
    }

    /// Somebody at a terminal who types these lines.
    static func typing(_ house: TestHouse, as email: String? = "officer@example.org", _ input: FakeLines) async throws
        -> Ran
    {
        let (out, error) = (Written(), Written())
        let streams = ConsoleStreams(
            out: { out.append($0) }, error: { error.append($0) }, input: { input }, isInteractive: true, width: { 100 })
        let options = ConsoleOptions(as: email, osUser: "tester")
        let terminal = Terminal(
            lines: input, interrupts: Interrupts(), names: LiveNames(services: house.services), history: nil)
        let runner = ConsoleRunner(
            services: house.services, options: options, streams: streams,
            statements: Statements(input, isInteractive: true),
            acting: try await Acting(house.services, options), terminal: terminal)
        let code = await runner.run()
        return Ran(code: code, out: out.text, error: error.text)
    }
}

/// An object of JSON.
struct Row {
    let fields: [String: Any]

    var keys: Set<String> { Set(fields.keys) }

    /// The value as text; nil for null and for what is not there.
    subscript(_ key: String) -> String? {
        switch fields[key] {
        case let text as String: text
        case let number as Int: String(number)
        default: nil
        }
    }

    func isNull(_ key: String) -> Bool { fields[key] is NSNull }

    /// The rows inside this one.
    func rows(_ key: String) -> [Row] { (fields[key] as? [[String: Any]] ?? []).map(Row.init) }
}

/// Text that is written from any task.
final class Written: Sendable {
    private let written = Mutex("")

    var text: String { written.withLock { $0 } }

    func append(_ text: String) {
        written.withLock { $0 += text }
    }
}
