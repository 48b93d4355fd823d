package import Domain

/// Why a file was not made or not read.
package enum ExchangeRefusal: Refusal, Equatable {
    case unknownKind(String)
    case unplaced(String)
    case notMonday(Day)
    case noDirectory(String)
    case nothingToLoad(String)
    case unreadable(String)

    package var code: String {
        switch self {
        case .unknownKind: "unknown_kind"
        case .unplaced: "unplaced"
        case .notMonday: "not_a_monday"
        case .noDirectory: "no_directory"
        case .nothingToLoad: "nothing_to_load"
        case .unreadable: "unreadable"
        }
    }

    package var kind: RefusalKind { .unprocessable }

    package var message: String {
        switch self {
        case .unknownKind(let kind):
            "There is no kind '\(kind)'. The kinds are \(CSVKind.allCases.map(\.rawValue).joined(separator: ", "))."
        case .unplaced(let reference): "\(reference) has no time yet, so there is nothing to put into a calendar."
        case .notMonday(let day): "\(day.long) is a \(day.weekday.name). Give the Monday on which the week is to start."
        case .noDirectory(let path): "There is no directory '\(path)'."
        case .nothingToLoad(let path): "'\(path)' holds none of the files sites.csv, rooms.csv, … bookings.csv."
        case .unreadable(let path): "'\(path)' cannot be read."
        }
    }
}
