import HTTPTypes
import Hummingbird

@testable import Web

/// Every address of the site that takes a method, its placeholders filled in.
enum EveryPath {
    /// - Parameter things: what stands for a placeholder, by its name; each in turn.
    static func of(_ site: WebSite, _ things: [String: [String]], method: HTTPRequest.Method = .get) -> [String] {
        AppRouter.build(site).routes.filter { $0.method == method && $0.path.description != "/metrics" }.flatMap {
            filled($0.path.description, things)
        }
    }

    private static func filled(_ route: String, _ things: [String: [String]]) -> [String] {
        var paths = [route.replacing("/sites/{slug}", with: "/sites/corbyn-road")]
        for (name, values) in things {
            paths = paths.flatMap { path in
                path.contains("{\(name)}") ? values.map { path.replacing("{\(name)}", with: $0) } : [path]
            }
        }
        return paths
    }
}
