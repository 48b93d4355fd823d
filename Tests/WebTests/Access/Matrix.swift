import Foundation
import TestSupport

/// The authorisation matrix as data: who gets what answer from which route, by their relation to it and its state.
enum Matrix {
    struct Row: Sendable, CustomStringConvertible {
        /// `page`, `form`, `feed`, `file`, `api` or `csv`: how it is asked. For `csv` the relation is the kind of file.
        let form: String
        let method: String
        let route: String
        let role: String
        let relation: String
        let state: String
        let expected: Int

        var description: String { "\(form) \(method) \(route) as \(role) (\(relation)), \(state)" }

        /// Whether it is about an event, a session or a booking, and so needs one of its own.
        var hasSubject: Bool {
            ["{slug}", "{reference}", "{id}"].contains { route.contains($0) } && !route.hasPrefix("/sites/")
                && !route.contains("/ceremonies")
                && !hasThing
        }
        /// Whether it only reads, or is refused.
        var changesNothing: Bool { method == "GET" || [400, 401, 403, 404, 422].contains(expected) }
        /// Rows that need the same kind of event, session and booking. A booking of one's own is its role's.
        var likeness: Likeness {
            Likeness(
                relation: relation, state: state, booking: route.contains("{id}"),
                role: relation == "own" ? role : nil)
        }
        /// Whether it is about something of `MatrixThings`.
        var hasThing: Bool { MatrixThings.prefixes.contains { route.hasPrefix($0) } }
        var isPublic: Bool { state != "not public" }
        /// Whether whoever asks must not learn that there is such a thing.
        var isToldNothing: Bool { state == "draft" && (400..<405).contains(expected) }
    }

    struct Likeness: Hashable {
        let relation: String
        let state: String
        let booking: Bool
        let role: String?
    }

    static let roles: Set = ["visitor", "practitioner", "manager", "facilitator", "staff", "admin"]

    static func rows() throws -> [Row] {
        let path = "\(TestCluster.root)/Tests/WebTests/authorisation.csv"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 7, let expected = Int(cells[6]) else { throw Unreadable(line: String(line)) }
            return Row(
                form: cells[0], method: cells[1], route: cells[2], role: cells[3], relation: cells[4], state: cells[5],
                expected: expected)
        }
    }

    struct Unreadable: Error {
        let line: String
    }
}
