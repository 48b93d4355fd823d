import HTTPTypes
import Synchronization

/// Which methods a path takes, for whoever came with another one. It goes by the pattern of the path alone, so it says
/// nothing about what is there.
final class RouteTable: Sendable {
    private struct Route: Sendable {
        let method: HTTPRequest.Method
        let parts: [String]
    }

    private let routes = Mutex<[Route]>([])

    func learn(_ known: [(method: HTTPRequest.Method, path: String)]) {
        let learnt = known.map { Route(method: $0.method, parts: $0.path.split(separator: "/").map(String.init)) }
        routes.withLock { $0 = learnt }
    }

    /// Empty where no route has such a path.
    func methods(at path: String) -> [HTTPRequest.Method] {
        let parts = path.split(separator: "/").map(String.init)
        let methods = routes.withLock { routes in
            routes.filter { route in
                route.parts.count == parts.count && zip(route.parts, parts).allSatisfy(Self.isMatch)
            }.map(\.method)
        }
        // Whatever can be read has a HEAD, which the router makes by itself.
        return Set(methods.contains(.get) ? methods + [.head] : methods).sorted { $0.rawValue < $1.rawValue }
    }

    /// A part of a pattern is a word, or a name in braces with what stands around it: `{slug}.ics`.
    static func isMatch(_ pattern: String, _ part: String) -> Bool {
        guard let open = pattern.firstIndex(of: "{"), let close = pattern.lastIndex(of: "}"), open < close else {
            return pattern == part
        }
        let (before, after) = (pattern[..<open], pattern[pattern.index(after: close)...])
        return part.utf8.count > before.utf8.count + after.utf8.count && part.hasPrefix(before) && part.hasSuffix(after)
    }
}
