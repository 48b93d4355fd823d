import HTML

/// How many places a session has left, in words. With the session's reference the script can keep it right.
struct Places: Component {
    var left: Int
    var capacity: Int
    var waiting = 0
    var session: String?

    var words: String {
        switch left {
        case ..<1: waiting > 0 ? "Full, \(waiting) waiting" : "Full"
        case 1: "1 place left"
        default: "\(left) places left"
        }
    }

    /// How it is coloured: "full", "few", or nothing.
    var kind: String { left < 1 ? "full" : left <= 3 ? "few" : "" }

    var body: Markup {
        Span(.class("places", kind.isEmpty ? nil : "places--\(kind)"), .data("places", session)) { words }
    }
}
