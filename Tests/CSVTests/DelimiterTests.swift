import CSV
import Testing

@Suite("CSV import: delimiters and line ends, rule 9.2")
struct DelimiterTests {
    @Test("the header shows the delimiter", arguments: [",", ";", "\t"])
    func header(delimiter: String) {
        let document = read("a\(delimiter)b\n1\(delimiter)2\n")
        #expect(document.columns == ["a", "b"])
        #expect(document.rows == [["1", "2"]])
    }

    @Test("a delimiter other than the comma is noted")
    func noted() {
        #expect(read("a;b\n1;2\n").notes == ["The fields are separated by semicolons."])
        #expect(read("a,b\n1,2\n").notes.isEmpty)
    }

    @Test("delimiters inside quotes of the header do not count")
    func quotedHeader() {
        let document = read("\"a,b,c\";d\n1;2\n")
        #expect(document.columns == ["a,b,c", "d"])
    }

    @Test("known names outweigh a greater number of pieces")
    func knownNames() {
        let document = read(
            "title;room, site, floor\nA;B\n", expecting: CSVExpectation(required: ["title"], allowsOthers: true))
        #expect(document.columns == ["title", "room,_site,_floor"])
    }

    @Test("a sep= line decides, and is no record", arguments: ["sep=;", "SEP=;", "\"sep=;\""])
    func declared(line: String) {
        let document = read("\(line)\r\na,x;b\r\n1;2\r\n")
        #expect(document.columns == ["a,x", "b"])
        #expect(document.rows == [["1", "2"]])
        #expect(document.records.first?.row == 1)
        #expect(document.records.first?.line == 3)
    }

    @Test("a sep= line that names nothing usable is refused", arguments: ["sep=", "sep=ab", "sep=\"", "sep=x"])
    func declaredWrongly(line: String) {
        let document = read("\(line)\na,b\n1,2\n")
        #expect(document.messages.first?.contains("sep=") == true)
        #expect(document.records.isEmpty)
    }

    @Test("CRLF, LF and CR end a record, the last may have none", arguments: ["\r\n", "\n", "\r"])
    func lineEnds(end: String) {
        let expected = [["1", "2"], ["3", "4"]]
        #expect(read(["a,b", "1,2", "3,4"].joined(separator: end)).rows == expected)
        let document = read(["a,b", "1,2", "3,4", ""].joined(separator: end))
        #expect(document.rows == expected)
        #expect(document.records.map(\.line) == [2, 3])
    }

    @Test("a line end inside quotes belongs to the text, unchanged")
    func inside() {
        #expect(read("a,b\r\n\"x\r\ny\",2\r\n").rows == [["x\r\ny", "2"]])
    }
}
