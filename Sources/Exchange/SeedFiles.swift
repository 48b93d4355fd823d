import CSV
import Domain
import Foundation

/// The files of a seed directory.
struct SeedFiles {
    let directory: URL

    init(directory path: String) throws(ExchangeRefusal) {
        directory = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory.path, isDirectory: &isDirectory), isDirectory.boolValue
        else {
            throw .noDirectory(path)
        }
        let files = CSVKind.allCases.map { directory.appendingPathComponent("\($0.rawValue).csv").path }
        guard files.contains(where: FileManager.default.fileExists(atPath:)) else { throw .nothingToLoad(path) }
    }

    func bytes(of kind: CSVKind) throws(ExchangeRefusal) -> [UInt8]? {
        try bytes(directory.appendingPathComponent("\(kind.rawValue).csv"))
    }

    /// Bank holidays lie in the directory, or in `reference` beside it.
    func holidays() throws(ExchangeRefusal) -> [UInt8]? {
        if let here = try bytes(directory.appendingPathComponent("holidays.csv")) { return here }
        return try bytes(directory.deletingLastPathComponent().appendingPathComponent("reference/holidays.csv"))
    }

    func publishedEvents() throws(ExchangeRefusal) -> [String] {
        try records(of: .events).filter { $0["state"]?.lowercased() == "published" }.compactMap {
            $0["slug"]?.lowercased()
        }
    }

    /// Days from the Monday of the event with the most sessions to the given one; whole weeks.
    func shift(to monday: Day?) throws(ExchangeRefusal) -> Int {
        guard let monday else { return 0 }
        guard monday.weekday.index == 0 else { throw .notMonday(monday) }
        var counts: [String: Int] = [:]
        for session in try records(of: .sessions) {
            if let event = session["event"] { counts[event, default: 0] += 1 }
        }
        let events = try records(of: .events).compactMap { record -> (from: Day, sessions: Int)? in
            guard let slug = record["slug"], let text = record["from"], let date = try? CSVField.date(text),
                let from = Day(year: date.year, month: date.month, day: date.day)
            else { return nil }
            return (from, counts[slug] ?? 0)
        }
        guard let most = events.map(\.sessions).max(), let week = events.first(where: { $0.sessions == most })?.from
        else { return 0 }
        // A start at the weekend belongs to the week after.
        let index = week.weekday.index
        let first = week.adding(days: index < 5 ? -index : 7 - index)
        return monday.number - first.number
    }

    private func records(of kind: CSVKind) throws(ExchangeRefusal) -> [CSVRecord] {
        try bytes(of: kind).map { CSVDocument.read($0).records } ?? []
    }

    private func bytes(_ file: URL) throws(ExchangeRefusal) -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        guard let data = try? Data(contentsOf: file) else { throw .unreadable(file.lastPathComponent) }
        return Array(data)
    }
}
