@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Ctrl-C while a command runs cancels that command, and nothing else.
final class Interrupts: Sendable {
    private let cancel = Mutex<(@Sendable () -> Void)?>(nil)
    private let source: any DispatchSourceSignal

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue(label: "practiceweek.console.interrupts"))
        source.setEventHandler { [weak self] in self?.cancel.withLock { $0 }?() }
        source.activate()
    }

    deinit {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }

    /// Runs `body` as a task that Ctrl-C cancels, and waits for it.
    func during<Answer: Sendable>(_ body: @escaping @Sendable () async throws -> Answer) async throws -> Answer {
        let task = Task { try await body() }
        cancel.withLock { $0 = { task.cancel() } }
        defer { cancel.withLock { $0 = nil } }
        return try await task.value
    }
}
