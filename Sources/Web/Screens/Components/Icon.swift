import HTML

/// A small drawing that stands beside a word and never for it.
enum Icon: Component {
    case tick, cross, clock, warning, information, dot, pencil, calendar

    var body: Markup {
        SVG.Svg(width: 16, height: 16, label: nil, .class("icon")) {
            switch self {
            case .tick: SVG.Path(.outline("M2.5 8.5 6.5 12.5 13.5 4"))
            case .cross: SVG.Path(.outline("M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5"))
            case .clock: SVG.Path(.outline("M8 1.7a6.3 6.3 0 1 0 .01 0ZM8 4.5V8l2.5 1.8"))
            case .warning: SVG.Path(.outline("M8 1.8 15 14H1ZM8 6.2v3.6M8 11.7v.4"))
            case .information: SVG.Path(.outline("M8 1.7a6.3 6.3 0 1 0 .01 0ZM8 7.2v4.2M8 4.5v.4"))
            case .dot: SVG.Path(.outline("M8 6.5a1.5 1.5 0 1 0 .01 0Z"))
            case .pencil: SVG.Path(.outline("M2.5 13.5 3.3 10 11 2.3 13.7 5 6 12.7Z"))
            case .calendar: SVG.Path(.outline("M2 3.5H14V14H2ZM2 7H14M5 1.7V4.5M11 1.7V4.5"))
            }
        }
    }
}
