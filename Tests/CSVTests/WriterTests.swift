import CSV
import Testing

@Suite("CSV export, rule 8")
struct WriterTests {
    private struct Place: Sendable {
        var room: String
        var capacity: Int?
        var isOpen: Bool
        var from: CSVDateTime?
    }

    /// The first field of a record as it is written.
    private func field(_ text: String) -> [UInt8] {
        let bytes = CSVWriter(names: ["a", "b"]).file([[text, "x"]], byteOrderMark: false)
        return Array(bytes.dropFirst(5).dropLast(4))
    }

    @Test("8.1: CRLF, commas, one header, and the same number of fields in every record")
    func shape() {
        let writer = CSVWriter([
            CSVColumn<Place>("room", \.room), CSVColumn("capacity", \.capacity), CSVColumn("open", \.isOpen),
        ])
        let bytes = writer.file(
            [Place(room: "Hall", capacity: 30, isOpen: true), Place(room: "", capacity: nil, isOpen: false)],
            byteOrderMark: false)
        #expect(String(decoding: bytes, as: UTF8.self) == "room,capacity,open\r\nHall,30,true\r\n,,false\r\n")
    }

    @Test(
        "8.1: quotes only where there is a comma, quote, CR or LF, and quotes doubled",
        arguments: [
            ("plain", "plain"), ("a b", "a b"), ("a;b", "a;b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
            ("\"\"", "\"\"\"\"\"\""), ("a\rb", "\"a\rb\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
        ])
    func quoting(text: String, written: String) {
        #expect(field(text) == Array(written.utf8))
    }

    @Test("8.1: a row of unknown shape is filled up or cut to the columns")
    func texts() {
        let bytes = CSVWriter(names: ["a", "b"]).file([["1"], ["1", "2", "3"]], byteOrderMark: false)
        #expect(String(decoding: bytes, as: UTF8.self) == "a,b\r\n1,\r\n1,2\r\n")
    }

    @Test("8.2: one byte order mark when asked for, none otherwise")
    func mark() {
        let writer = CSVWriter(names: ["é"])
        #expect(writer.file([], byteOrderMark: true) == [0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0x0D, 0x0A])
        #expect(writer.file([], byteOrderMark: false) == [0xC3, 0xA9, 0x0D, 0x0A])
    }

    @Test(
        "8.3: a first character that starts a formula gets an apostrophe",
        arguments: [
            "=1+1", "+44 20", "-", "-x", "-1+1", "--1", "-1.", "-.5", "@SUM", "\tx", "\u{0}x", "＝1", "＋1", "－1", "＠x",
        ])
    func formulas(text: String) {
        #expect(field(text) == Array("'\(text)".utf8))
    }

    @Test("8.3: with CR, LF or a comma the apostrophe stands inside the quotes", arguments: ["\rx", "\nx", "=a,b"])
    func quotedFormulas(text: String) {
        #expect(field(text) == Array("\"'\(text)\"".utf8))
    }

    @Test("8.3: a combining mark does not hide the character")
    func combining() {
        #expect(field("=\u{301}x") == Array("'=\u{301}x".utf8))
    }

    @Test("8.3: a plain negative number stays", arguments: ["-5", "-5.25", "-0", "-1234567"])
    func negative(text: String) {
        #expect(field(text) == Array(text.utf8))
    }

    @Test("8.3: names of columns are neutralised too")
    func headers() {
        let bytes = CSVWriter(names: ["=cmd", "b"]).file([], byteOrderMark: false)
        #expect(String(decoding: bytes, as: UTF8.self) == "'=cmd,b\r\n")
    }

    @Test("8.4: dates and times are ISO 8601 wall time, with an offset only where there is one")
    func dates() {
        let date = CSVDate(year: 2026, month: 10, day: 12)
        let time = CSVTime(hour: 9, minute: 30)
        let writer = CSVWriter([
            CSVColumn<Int>("d") { _ in date }, CSVColumn("t") { _ in time },
            CSVColumn("both") { _ in CSVDateTime(date: date, time: time) },
            CSVColumn("zoned") { _ in CSVDateTime(date: date, time: time, offsetMinutes: -330) },
        ])
        var bytes: [UInt8] = []
        writer.append(0, to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "2026-10-12,09:30,2026-10-12 09:30,2026-10-12 09:30-05:30\r\n")
    }

    @Test("8.5: nothing is written as nothing")
    func nothing() {
        let writer = CSVWriter([CSVColumn<Place>("capacity", \.capacity), CSVColumn("from", \.from)])
        var bytes: [UInt8] = []
        writer.append(Place(room: "", capacity: nil, isOpen: true), to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == ",\r\n")
    }

    @Test("8.7: written piece by piece it is the same as written whole")
    func streamed() {
        let writer = CSVWriter(names: ["a", "b"])
        let rows = (0..<100).map { ["\($0)", "x,\($0)"] }
        var sent: [UInt8] = []
        var packet: [UInt8] = []
        writer.header(byteOrderMark: true, to: &packet)
        for row in rows {
            writer.append(row, to: &packet)
            if packet.count > 64 {
                sent += packet
                packet.removeAll(keepingCapacity: true)
            }
        }
        #expect(sent + packet == writer.file(rows, byteOrderMark: true))
    }

    @Test("a lone empty field is written so that it is no blank line")
    func lone() {
        let bytes = CSVWriter(names: ["a"]).file([[""]], byteOrderMark: false)
        #expect(String(decoding: bytes, as: UTF8.self) == "a\r\n\"\"\r\n")
    }
}
