package import Domain
package import Foundation

/// One value of an answer, kept typed until its format is known.
package enum Cell: Sendable, Equatable {
    case text(String)
    case int(Int)
    /// A figure of judging, shown to six places at most.
    case decimal(Double)
    case bool(Bool)
    case day(Day)
    /// An instant: RFC 3339 with London's offset for programs, the wall's time on a terminal.
    case time(Date)
    /// Rows inside a row; only JSON shows them whole.
    case rows(ConsoleTable)
    case null

    package init(_ text: String?) { self = text.map(Cell.text) ?? .null }
    package init(_ number: Int?) { self = number.map(Cell.int) ?? .null }
    package init(_ figure: Double?) { self = figure.map(Cell.decimal) ?? .null }
    package init(_ day: Day?) { self = day.map(Cell.day) ?? .null }
    package init(_ instant: Date?) { self = instant.map(Cell.time) ?? .null }

    /// A text where nothing stands for nothing.
    package init(filled text: String?) {
        self = text.flatMap { $0.isEmpty ? nil : Cell.text($0) } ?? .null
    }

    /// As CSV, and tables that are not on a terminal, show it.
    var plain: String {
        switch self {
        case .text(let text): text
        case .int(let number): String(number)
        case .decimal(let figure): Self.digits(figure)
        case .bool(let truth): truth ? "true" : "false"
        case .day(let day): day.iso
        case .time(let instant): London.rfc3339(instant)
        case .rows(let table): String(table.rows.count)
        case .null: ""
        }
    }

    /// As a person at a terminal reads it.
    var spoken: String {
        if case .time(let instant) = self { London.local(instant).iso } else { plain }
    }

    var isNumber: Bool {
        switch self {
        case .int, .decimal: true
        default: false
        }
    }

    /// Without a fraction where there is none; figures that are none, or too large to have six places, as nothing.
    private static func digits(_ figure: Double) -> String {
        guard figure.isFinite, abs(figure) < 1e9 else { return "" }
        let rounded = (figure * 1e6).rounded() / 1e6
        return Int(exactly: rounded).map(String.init) ?? String(rounded)
    }
}
