import CSV
import Testing

@Suite("CSV import: limits, rule 9.7")
struct LimitTests {
    @Test("a file over the size limit is refused with both figures")
    func bytes() {
        let text = "a\n" + String(repeating: "x\n", count: 600)
        #expect(read(text, limits: CSVLimits(bytes: 1202)).problems.isEmpty)
        let document = read(text, limits: CSVLimits(bytes: 1201))
        #expect(document.records.isEmpty)
        #expect(document.messages.first?.hasPrefix("The file has 1,202 bytes, more than the 1,201") == true)
    }

    @Test("one row too many is an error at that row; skipped rows do not count")
    func rows() {
        #expect(read("a\n1\n\n2\n\n3\n", limits: CSVLimits(rows: 3)).problems.isEmpty)
        let document = read("a\n1\n2\n3\n4\n5\n", limits: CSVLimits(rows: 3))
        #expect(document.records.count == 3)
        #expect(document.problems.map(\.row) == [4])
        #expect(document.messages.first?.contains("more than the 3 rows") == true)
    }

    @Test("a field over the length limit is an error that names its column; length is in characters, not bytes")
    func fields() {
        let limits = CSVLimits(characters: 5)
        #expect(read("a,b\n1,ééééé\n", limits: limits).problems.isEmpty)
        let document = read("a,b\n1,éééééé\n2,\"abcdef\"\n", limits: limits)
        #expect(document.problems.map(\.column) == ["b", "b"])
        #expect(document.messages.first == "This text is longer than the 5 characters that a field may have.")
    }

    @Test("too many columns are refused before any row is read")
    func columns() {
        let document = read("a,b,c\n1,2,3\n", limits: CSVLimits(columns: 2))
        #expect(document.records.isEmpty)
        #expect(document.messages.first?.contains("3 columns, more than the 2") == true)
    }

    @Test("an Excel workbook named as CSV is recognised, new and old")
    func workbook() {
        let new = CSVDocument.read([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00])
        #expect(new.messages.first?.contains(".xlsx") == true)
        let old = CSVDocument.read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        #expect(old.messages.first?.contains(".xls)") == true)
    }

    @Test("a file that merely starts with PK is no workbook")
    func notWorkbook() {
        #expect(read("PK,b\n1,2\n").columns == ["pk", "b"])
    }

    @Test("NUL is refused with its line")
    func nul() {
        let document = read("a,b\n1,2\n3,x\u{0}y\n")
        #expect(document.records.isEmpty)
        #expect(document.problems.map(\.line) == [3])
        #expect(document.messages.first?.contains("NUL") == true)
    }

    @Test("UTF-16 without a mark meets the NUL rule rather than becoming nonsense")
    func utf16Unmarked() {
        let bytes = "a,b\n1,2\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(CSVDocument.read(bytes).messages.first?.contains("NUL") == true)
    }

    @Test("a megabyte of quotes, open or closed, is read in one go", arguments: [1_000_000, 1_000_001])
    func quotes(count: Int) {
        let bytes = Array("a\n".utf8) + [UInt8](repeating: 0x22, count: count)
        let document = CSVDocument.read(bytes)
        #expect(document.problems.count == 1)
        #expect(document.records.isEmpty)
    }

    @Test("a megabyte of commas in the header, or in a row, makes one problem and no pile of fields")
    func commas() {
        let commas = String(repeating: ",", count: 1_000_000)
        #expect(read("a\(commas)\n1\n").problems.count == 1)
        let document = read("a,b\nx\(commas)\n")
        #expect(document.messages.first?.contains("1,000,001 fields") == true)
    }
}
