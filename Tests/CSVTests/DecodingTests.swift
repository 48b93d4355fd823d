import CSV
import Testing

@Suite("CSV import: decoding, rule 9.1")
struct DecodingTests {
    private let expected = [["Café", "£5"]]

    @Test("UTF-8 without a byte order mark is read as it is, without a note")
    func plain() {
        let document = read("name,price\nCafé,£5\n")
        #expect(document.rows == expected)
        #expect(document.notes.isEmpty)
    }

    @Test("a UTF-8 byte order mark does not become part of the first column's name")
    func marked() {
        let document = CSVDocument.read([0xEF, 0xBB, 0xBF] + Array("name,price\nCafé,£5\n".utf8))
        #expect(document.columns == ["name", "price"])
        #expect(document.rows == expected)
    }

    @Test("UTF-16 with a byte order mark is read in either order, tabs and all", arguments: [true, false])
    func utf16(littleEndian: Bool) {
        let units = Array("\u{FEFF}name\tprice\r\nCafé\t£5\r\n".utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return littleEndian ? pair : pair.reversed()
        }
        let document = CSVDocument.read(bytes)
        #expect(document.columns == ["name", "price"])
        #expect(document.rows == expected)
    }

    @Test("UTF-16 cut in the middle of a character is refused")
    func utf16Damaged() {
        #expect(CSVDocument.read([0xFF, 0xFE, 0x61, 0x00, 0x0A]).messages.first?.contains("damaged") == true)
        #expect(CSVDocument.read([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8]).messages.first?.contains("damaged") == true)
    }

    @Test("Windows-1252 is read with a note, its curly quotes and euro too")
    func windows1252() {
        let bytes = Array("name,price\n".utf8) + [0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x2C, 0x80, 0x35, 0x0A]
        let document = CSVDocument.read(bytes)
        #expect(document.rows == [["“Café”", "€5"]])
        #expect(document.notes.first?.contains("Windows-1252") == true)
    }

    @Test("a byte that Windows-1252 does not have is refused with its line")
    func noCodePage() {
        let document = CSVDocument.read(Array("a\r\nb\r\n".utf8) + [0x81, 0x0A])
        #expect(document.records.isEmpty)
        #expect(document.problems.first?.line == 3)
        #expect(document.messages.first?.contains("neither") == true)
    }

    @Test("UTF-8 with one damaged character is refused with its line, and not read as something else")
    func brokenUTF8() {
        let bytes = Array("name\nCafé\nNaïve\n".utf8) + [0x43, 0xE9, 0x0A]
        let document = CSVDocument.read(bytes)
        #expect(document.problems.first?.line == 4)
        #expect(document.messages.first?.contains("damaged") == true)
    }

    @Test("UTF-8 that says so by its mark is never read as Windows-1252")
    func brokenMarkedUTF8() {
        let document = CSVDocument.read([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xE9, 0x0A])
        #expect(document.problems.first?.line == 2)
    }

    @Test("no bytes at all ever make a replacement character")
    func noReplacement() {
        var random = Seeded(state: 7)
        for _ in 0..<300 {
            let bytes = (0..<40).map { _ in UInt8.random(in: 1...255, using: &random) }
            let document = CSVDocument.read(Array("a,b\n".utf8) + bytes)
            let texts = document.rows.joined() + document.problems.compactMap(\.value)
            #expect(!texts.contains { $0.unicodeScalars.contains("\u{FFFD}") })
        }
    }
}
