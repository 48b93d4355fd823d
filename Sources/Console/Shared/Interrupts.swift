@preconcurrency import Dispatch
import Glibc
import Services
import Synchronization

/// Ctrl-C while a command runs cancels that command, and nothing else.
final class Interrupts: Sendable {
    private let cancel = Mutex<(@Sendable () -> Void)?>(nil)
    private let source: any DispatchSourceSignal

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(
            signal: SIGINT, queue: DispatchQueue(label: "practiceweek.console.interrupts"))
        source.setEventHandler { [weak self] in self?.cancel.withLock { $0 }?() }
        source.activate()
    }

    deinit {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }

    /// Runs `body` as a task that Ctrl-C cancels, and waits for it. However the layers below tell of being cancelled, it is a
    /// `CancellationError` here, unless it is unknown whether the work was done.
    func during<Answer: Sendable>(_ body: @escaping @Sendable () async throws -> Answer) async throws -> Answer {
        let task = Task { try await body() }
        cancel.withLock { $0 = { task.cancel() } }
        defer { cancel.withLock { $0 = nil } }
        do {
            return try await task.value
        } catch let failure as ServiceFailure where failure.code == .outcomeUnknown {
            throw failure
        } catch {
            throw task.isCancelled ? CancellationError() : error
        }
    }
}
