import HTML

/// What happened just before this page, or what everybody should know now.
struct Banner: Component {
    enum Kind {
        case success, information, warning

        var icon: Icon {
            switch self {
            case .success: .tick
            case .information: .information
            case .warning: .warning
            }
        }

        var title: String {
            switch self {
            case .success: "Done"
            case .information: "Please note"
            case .warning: "Important"
            }
        }

        var name: String {
            switch self {
            case .success: "good"
            case .information: "info"
            case .warning: "wait"
            }
        }
    }

    var kind: Kind
    var heading: String
    var detail: Markup

    init(_ kind: Kind, _ heading: String, @MarkupBuilder detail: () -> Markup = { Markup.empty }) {
        self.kind = kind
        self.heading = heading
        self.detail = detail()
    }

    var body: Markup {
        Div(
            .class("banner banner--\(kind.name)"), .role(kind == .success ? .status : .region),
            .aria(.label, kind.title)
        ) {
            kind.icon
            Div(.class("banner__text")) {
                P(heading, .class("banner__heading"))
                detail
            }
        }
    }
}
