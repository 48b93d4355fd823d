import CSV
import Testing

@Suite("CSV import: the header, rule 9.3")
struct HeaderTests {
    private let sessions = CSVExpectation(required: ["title", "starts_at"], optional: ["room"])

    @Test("names are trimmed, put into lower case, and spaces become underscores")
    func normalised() {
        let document = read("  Title ,STARTS  at,\u{A0}Room\u{A0}\nA,B,C\n", expecting: sessions)
        #expect(document.columns == ["title", "starts_at", "room"])
        #expect(document.problems.isEmpty && document.warnings.isEmpty)
    }

    @Test("a missing required column is an error that names it, one for each")
    func missing() {
        let document = read("room\nA\n", expecting: sessions)
        #expect(document.problems.map(\.column) == ["title", "starts_at"])
        #expect(document.problems.allSatisfy { $0.line == 1 && $0.row == nil })
        #expect(document.messages.first == "The column “title” is missing from the header.")
    }

    @Test("a duplicate column is an error that names it, however it is spelled")
    func duplicate() {
        let document = read("title,starts_at,Title \nA,B,C\n", expecting: sessions)
        #expect(document.problems.map(\.column) == ["title"])
        #expect(document.messages.first?.contains("more than once") == true)
    }

    @Test("an unknown column is a warning that names it, and no error")
    func unknown() {
        let document = read("title,starts_at,mood\nA,B,C\n", expecting: sessions)
        #expect(document.problems.isEmpty)
        #expect(document.warnings.map(\.column) == ["mood"])
        #expect(document.records.first?["mood"] == "C")
    }

    @Test("a column without a name is a warning")
    func unnamed() {
        let document = read("title,starts_at,\nA,B,\n", expecting: sessions)
        #expect(document.problems.isEmpty)
        #expect(document.warnings.map(\.message) == ["Column 3 has no name and is ignored."])
    }

    @Test("the mark against formulas is taken off names too")
    func marked() {
        #expect(read("'=a,b\n1,2\n").columns == ["=a", "b"])
    }

    @Test("the header's problems do not hide those of the rows")
    func both() {
        let document = read("room\nA,B\n", expecting: sessions)
        #expect(document.problems.map(\.row) == [nil, nil, 1])
    }
}
