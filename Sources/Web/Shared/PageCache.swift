import HTML
import Hummingbird
import NIOCore
import Synchronization

/// Finished public pages, kept as bytes until anything that pages show has changed, and half a minute at most. A visitor
/// without a session costs no read of the database.
final class PageCache: Sendable {
    struct Entry: Sendable {
        let body: ByteBuffer
        let tag: EntityTag
        let headers: HTTPFields

        init(_ page: Markup) {
            body = ByteBuffer(bytes: page.bytes)
            tag = EntityTag(of: page.bytes)
            var headers: HTTPFields = [
                .contentType: "text/html; charset=utf-8", .cacheControl: "public, no-cache", .vary: "Cookie",
                .eTag: tag.text,
                .contentLength: String(page.bytes.count),
            ]
            SecurityHeaders.add(to: &headers)
            self.headers = headers
        }

        /// The page, or that the browser still has it.
        func response(to request: Request) -> Response {
            if tag.isKnown(to: request.headers) == true {
                var headers = headers
                headers[.contentLength] = nil
                return Response(status: .notModified, headers: headers)
            }
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
        }
    }

    private struct State {
        var generation = -1
        var since = ContinuousClock.now
        var entries: [String: Entry] = [:]
    }

    static let mostEntries = 500
    static let longest = Duration.seconds(30)

    private let state = Mutex(State())

    func entry(_ key: String, generation: Int) -> Entry? {
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
    func keep(_ page: Markup, as key: String, generation: Int) -> Entry {
        let entry = Entry(page)
        state.withLock { state in
            if state.generation != generation || state.entries.isEmpty || state.entries.count >= Self.mostEntries {
                guard generation >= state.generation else { return }
                state = State(generation: generation, since: .now, entries: [:])
            }
            state.entries[key] = entry
        }
        return entry
    }
}
