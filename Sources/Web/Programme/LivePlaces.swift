import Domain
import NIOCore
import ServiceLifecycle
import Services
import Synchronization

/// The places left in released sessions, told as they change to whoever has a page open: one loop reads, however many
/// listen. Nothing else is told: no names, no drafts, nothing that the public programme does not show.
final class LivePlaces: Sendable {
    /// What is shown of a session's places: the words, and how they are coloured.
    struct Line: Equatable, Sendable {
        var words: String
        var kind: String
    }

    /// By the session's reference.
    typealias Lines = [String: Line]

    private struct Listener {
        let event: String
        let continuation: AsyncStream<ByteBuffer>.Continuation
    }

    private struct State {
        var next = 0
        var listeners: [Int: Listener] = [:]
        /// What the listeners of an event were told last.
        var told: [String: Lines] = [:]
        /// Whether somebody tells: before that, and once the server drains, an answer ends with its first message.
        var isTelling = false
    }

    /// Beyond this many listeners a page asks every half minute instead.
    static let most = 1000
    /// Messages that a slow listener may have waiting; beyond, it is sent away and comes again.
    private static let mostWaiting = 32
    private static let pause = Duration.milliseconds(150)
    private static let heartbeat = Duration.seconds(15)

    private let state = Mutex(State())

    private let seats = StreamSeats(most: most)

    /// Nil when there are too many.
    func seat() -> StreamSeats.Seat? { seats.seat() }

    /// Until the server drains.
    var isTelling: Bool { state.withLock { $0.isTelling } }

    var listening: Int { state.withLock { $0.listeners.count } }

    /// The messages for one listener, from now on.
    func join(_ event: String) -> (number: Int, messages: AsyncStream<ByteBuffer>) {
        let (stream, continuation) = AsyncStream.makeStream(
            of: ByteBuffer.self, bufferingPolicy: .bufferingOldest(Self.mostWaiting))
        let number = state.withLock { state in
            state.next += 1
            if state.isTelling {
                state.listeners[state.next] = Listener(event: event, continuation: continuation)
            }
            return state.isTelling ? state.next : -1
        }
        if number < 0 { continuation.finish() }
        return (number, stream)
    }

    func leave(_ number: Int) {
        let listener = state.withLock { state in
            let listener = state.listeners.removeValue(forKey: number)
            if let event = listener?.event, !state.listeners.values.contains(where: { $0.event == event }) {
                state.told[event] = nil
            }
            return listener
        }
        listener?.continuation.finish()
    }

    /// Tells what changes until the server drains; then every listener's answer ends.
    func run(_ services: Services) async {
        state.withLock { $0.isTelling = true }
        defer { end() }
        var heard = services.changes.generation
        var beat = ContinuousClock.now
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            guard
                (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.pause) }) != nil
            else { return }
            let generation = services.changes.generation
            if generation != heard {
                heard = generation
                await tell(services)
            }
            if ContinuousClock.now - beat >= Self.heartbeat {
                beat = .now
                send(ByteBuffer(string: ": still here\n\n"), to: state.withLock { Array($0.listeners) })
            }
        }
    }

    private func tell(_ services: Services) async {
        for event in Set(state.withLock { $0.listeners.values.map(\.event) }) {
            // What cannot be read now is read at the next change; the pages ask by themselves as well.
            guard let lines = try? await Self.lines(of: event, services) else { continue }
            let (changed, listeners) = state.withLock { state in
                let before = state.told[event]
                state.told[event] = lines
                let changed = lines.filter { before?[$0.key] != $0.value }
                return (changed, Array(state.listeners.filter { $0.value.event == event }))
            }
            if !changed.isEmpty { send(Self.message(changed), to: listeners) }
        }
    }

    private func send(_ message: ByteBuffer, to listeners: [(key: Int, value: Listener)]) {
        for (number, listener) in listeners {
            if case .enqueued = listener.continuation.yield(message) { continue }
            leave(number)
        }
    }

    private func end() {
        let listeners = state.withLock { state in
            state.isTelling = false
            defer { state.listeners = [:] }
            return state.listeners
        }
        for listener in listeners.values { listener.continuation.finish() }
    }

    static func lines(of event: String, _ services: Services) async throws -> Lines {
        var lines: Lines = [:]
        for session in try await services.programme.shared(event: event).sessions {
            if let places = SessionWords(session).places {
                lines[session.reference] = Line(words: places.words, kind: places.kind)
            }
        }
        return lines
    }

    static func json(_ lines: Lines) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            for (reference, line) in lines.sorted(by: { $0.key < $1.key }) {
                json.member(reference, [line.words, line.kind])
            }
        }
        return json.bytes
    }

    /// A message of a stream of server-sent events.
    static func message(_ lines: Lines) -> ByteBuffer {
        var buffer = ByteBuffer(string: "data: ")
        buffer.writeBytes(json(lines))
        buffer.writeString("\n\n")
        return buffer
    }
}
