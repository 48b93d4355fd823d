import HTML

/// A state in one or two words, with a drawing and a colour that say the same.
struct StateTag: Component {
    enum Kind {
        case good, waiting, stopped, information, neutral

        var icon: Icon {
            switch self {
            case .good: .tick
            case .waiting: .clock
            case .stopped: .cross
            case .information: .information
            case .neutral: .dot
            }
        }

        var name: String {
            switch self {
            case .good: "good"
            case .waiting: "wait"
            case .stopped: "stop"
            case .information: "info"
            case .neutral: "plain"
            }
        }
    }

    var kind: Kind
    var text: String

    init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    var body: Markup {
        Span(.class("tag tag--\(kind.name)")) {
            kind.icon
            text
        }
    }
}
