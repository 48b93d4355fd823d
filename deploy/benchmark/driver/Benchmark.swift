import Foundation

/// The parts of the benchmark that call the layers directly. `deploy/benchmark/run` starts it and prints the table.
///
///     benchmark database STATE SQL ROWS     reading and booking, on a cluster of its own in STATE
///     benchmark calendar PROGRAM ROWS       writing a calendar, beside libical's PROGRAM
///     benchmark judging                     our side of judging.py: tasks on standard input, answers on standard output
///
/// Rows for the table are added to the file ROWS.
@main
struct Benchmark {
    static func main() async {
        do {
            try await run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            say("\(error)")
            exit(1)
        }
    }

    private static func run(_ words: [String]) async throws {
        switch (words.first, words.count) {
        case ("database", 4):
            let table = Table(path: words[3])
            try await Database.with(state: words[1], sql: words[2]) { database in
                try await ReadFigure(database: database).measure(into: table)
                try await BookingFigure(database: database).measure(into: table)
            }
        case ("calendar", 3): try CalendarFigure(program: words[1]).measure(into: Table(path: words[2]))
        case ("judging", 1): try JudgingFigure.answer(.standardInput, .standardOutput)
        default:
            throw Failure(
                "usage: benchmark database STATE SQL ROWS | benchmark calendar PROGRAM ROWS | benchmark judging")
        }
    }
}

/// Why there is no figure.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// A line for whoever watches.
func say(_ line: String) {
    FileHandle.standardError.write(Data("    \(line)\n".utf8))
}
