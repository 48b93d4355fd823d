import Dispatch
import Foundation
import Synchronization

/// Calls a blocking reader on a thread of its own, so that no thread of the cooperative pool ever waits for a person.
final class LineThread: LineInput {
    private struct Request {
        let prompt: String
        let continuation: CheckedContinuation<LineEvent, Never>
    }

    private let requests = Mutex<[Request]>([])
    private let wanted = DispatchSemaphore(value: 0)

    init(name: String, read: @escaping @Sendable (_ prompt: String) -> LineEvent) {
        let thread = Thread { [weak self] in
            while let wanted = self?.wanted {
                wanted.wait()
                guard let request = self?.taken() else { return }
                request.continuation.resume(returning: read(request.prompt))
            }
        }
        thread.name = name
        thread.start()
    }

    func line(prompt: String) async -> LineEvent {
        await withCheckedContinuation { continuation in
            requests.withLock { $0.append(Request(prompt: prompt, continuation: continuation)) }
            wanted.signal()
        }
    }

    deinit { wanted.signal() }

    private func taken() -> Request? {
        requests.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
}
