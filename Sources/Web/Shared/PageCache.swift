import HTML
import Hummingbird
import NIOCore
import Synchronization

/// Finished public pages, kept as bytes until anything that pages show has changed, and half a minute at most. A visitor
/// without a session costs no read of the database.
final class PageCache: Sendable {
    private struct State {
        var generation = -1
        var since = ContinuousClock.now
        var entries: [String: KeptBytes] = [:]
    }

    static let mostEntries = 500
    static let longest = Duration.seconds(30)

    private let state = Mutex(State())

    func entry(_ key: String, generation: Int) -> KeptBytes? {
        state.withLock { state in
            guard state.generation == generation else { return nil }
            guard ContinuousClock.now - state.since < Self.longest else {
                state.entries = [:]
                return nil
            }
            return state.entries[key]
        }
    }

    /// Keeps a page that was made from what was known at `generation`.
    func keep(_ page: Markup, as key: String, generation: Int) -> KeptBytes {
        keep(Self.bytes(of: page), as: key, generation: generation)
    }

    func keep(_ entry: KeptBytes, as key: String, generation: Int) -> KeptBytes {
        state.withLock { state in
            if state.generation != generation || state.entries.isEmpty || state.entries.count >= Self.mostEntries {
                guard generation >= state.generation else { return }
                state = State(generation: generation, since: .now, entries: [:])
            }
            state.entries[key] = entry
        }
        return entry
    }

    private static func bytes(of page: Markup) -> KeptBytes {
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .cacheControl: "public, no-cache", .vary: "Cookie",
        ]
        SecurityHeaders.add(to: &headers)
        return KeptBytes(page.bytes, headers: headers)
    }
}
