import HTML
import Hummingbird
import Services

/// Finished public pages, kept as bytes until anything that pages show has changed. A visitor without a session costs no read
/// of the database.
struct PageCache: Sendable {
    private let kept = KeptUntilChange<KeptBytes>(most: 500)

    func entry(_ key: String, generation: Int) -> KeptBytes? { kept.value(key, generation: generation) }

    /// Keeps a page that was made from what was known at `generation`.
    func keep(_ page: Markup, as key: String, generation: Int) -> KeptBytes {
        keep(Self.bytes(of: page), as: key, generation: generation)
    }

    func keep(_ entry: KeptBytes, as key: String, generation: Int) -> KeptBytes {
        kept.keep(entry, as: key, generation: generation)
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
