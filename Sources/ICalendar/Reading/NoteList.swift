/// Collects notes, bounded so that a hostile file cannot fill the memory with them.
struct NoteList {
    private static let maximum = 1000

    private(set) var notes: [ICalendarNote] = []

    mutating func add(_ line: Int, _ sentence: @autoclosure () -> String) {
        guard notes.count < Self.maximum else { return }
        notes.append(ICalendarNote(line: line, sentence: sentence()))
    }
}
