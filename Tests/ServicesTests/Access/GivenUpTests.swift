import Domain
import Logging
import Services
import Synchronization
import TestSupport
import Testing

/// Keeps what was logged at a level that somebody at a terminal sees.
private final class Kept: Sendable {
    let lines = Mutex<[String]>([])
}

private struct KeepingHandler: LogHandler {
    let kept: Kept
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        kept.lines.withLock { $0.append("\(event.message)") }
    }
}

@Suite("A statement that was given up")
struct GivenUpTests {
    @Test("is nobody's warning: whoever gave it up knows")
    func silent() async throws {
        try await TestHouse.with { house in
            let kept = Kept()
            let services = Services(
                database: house.database, outside: house.services.outside, settings: house.services.settings,
                sqlDirectory: "\(TestCluster.root)/sql",
                logger: Logger(label: "test") { _ in KeepingHandler(kept: kept) })
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                _ = try await services.programme.events(by: house.operating)
            }
            await #expect(throws: (any Error).self) { try await task.value }
            #expect(kept.lines.withLock { $0 } == [])
        }
    }
}
