import HTTPTypes
import Synchronization

/// What the server has answered since it began, counted by the route's pattern: no address, no query, no person.
final class Metrics: Sendable {
    struct Answered: Hashable, Sendable {
        var method: String
        var route: String
        var status: Int
    }

    /// How long answers took to begin.
    struct Times: Sendable {
        /// Upper bounds in seconds.
        static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

        /// One for each bound, and one for what took longer than all of them.
        fileprivate(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
        fileprivate(set) var sum = 0.0

        var total: Int { counts.reduce(0, +) }

        fileprivate mutating func note(_ seconds: Double) {
            counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            sum += seconds
        }
    }

    struct Snapshot: Sendable {
        var answers: [Answered: Int] = [:]
        var times: [String: Times] = [:]
    }

    private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    private let state = Mutex(Snapshot())

    /// - Parameter route: the pattern that the router matched. Whatever a client makes up counts as one.
    func note(_ method: HTTPRequest.Method, route: String?, status: Int, seconds: Double) {
        let name = Self.methods.contains(method.rawValue) ? method.rawValue : "other"
        let route = route ?? "none"
        state.withLock { state in
            state.answers[Answered(method: name, route: route, status: status), default: 0] += 1
            state.times[route, default: Times()].note(seconds)
        }
    }

    var snapshot: Snapshot { state.withLock { $0 } }
}
