import CSV
import Testing

@Suite("CSV: round trips, rules 8.6 and 9.8")
struct RoundTripTests {
    private static let pieces = [
        "a", "Café", ",", "\"", "\"\"", "\r\n", "\n", "\r", "=", "+", "-", "@", "\t", "'", "''", "＝", "＠", " ", ";",
        "5",
        "-5", ".", "e\u{301}", "\u{FEFF}", "👩‍🏫", "sep=;", "日本",
    ]

    private func text(_ random: inout Seeded) -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    @Test("what is written is read back byte for byte", arguments: 1...40 as ClosedRange<UInt64>)
    func property(seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<25 {
            let names = (0..<Int.random(in: 2...5, using: &random)).map { "column_\($0)" }
            let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                // A row with nothing in it is skipped, so one field always has something.
                ["x" + text(&random)] + names.dropFirst().map { _ in text(&random) }
            }
            let bytes = CSVWriter(names: names).file(rows, byteOrderMark: Bool.random(using: &random))
            let document = CSVDocument.read(bytes)
            #expect(document.columns == names)
            #expect(document.problems.isEmpty)
            #expect(document.rows.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
        }
    }

    @Test("a text that already begins with apostrophes and a formula character survives")
    func apostrophes() {
        let rows = [["'=x", "''=x"], ["'x", "'"], ["'-5", "-5"], ["=x", "''"]]
        let bytes = CSVWriter(names: ["a", "b"]).file(rows, byteOrderMark: false)
        #expect(CSVDocument.read(bytes).rows == rows)
    }

    @Test("reading and writing again gives the same file")
    func stable() {
        let writer = CSVWriter(names: ["a", "b"])
        let first = writer.file([["=1", "x,y"], ["-5", "\"q\""]], byteOrderMark: true)
        let second = writer.file(CSVDocument.read(first).rows, byteOrderMark: true)
        #expect(first == second)
    }
}
