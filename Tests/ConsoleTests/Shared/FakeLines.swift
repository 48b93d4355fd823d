import Synchronization

@testable import Console

/// Somebody who types what a test says, and keeps the prompts that they saw.
final class FakeLines: LineInput {
    private struct State {
        var events: [LineEvent]
        var prompts: [String] = []
    }

    private let state: Mutex<State>

    init(_ events: LineEvent...) {
        state = Mutex(State(events: events))
    }

    init(_ lines: String...) {
        state = Mutex(State(events: lines.map { .line($0) }))
    }

    var prompts: [String] { state.withLock { $0.prompts } }

    func line(prompt: String) async -> LineEvent {
        state.withLock { state in
            state.prompts.append(prompt)
            return state.events.isEmpty ? .ended : state.events.removeFirst()
        }
    }
}
