import HTML

/// How many places a session has left, in words and as a bar.
struct Places: Component {
    var left: Int
    var capacity: Int
    var waiting = 0

    var words: String {
        switch left {
        case ..<1: waiting > 0 ? "Full, \(waiting) waiting" : "Full"
        case 1: "1 place left"
        default: "\(left) places left"
        }
    }

    var body: Markup {
        Span(.class("places", left < 1 ? "places--full" : nil, (1...3).contains(left) ? "places--few" : nil)) { words }
    }
}
