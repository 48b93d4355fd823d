import CSV
import Testing

@Suite("CSV: a corpus of small files")
struct CorpusTests {
    @Test("each file holds what it says", arguments: CorpusCase.all)
    func content(file: CorpusCase) {
        let document = read(file.text)
        #expect(document.columns == file.columns)
        #expect(document.rows.map { $0.map { Array($0.utf8) } } == file.rows.map { $0.map { Array($0.utf8) } })
        #expect(document.problems.isEmpty)
    }

    @Test("no file, however damaged, ends the program, and every record has as many fields as there are columns")
    func fuzz() {
        var random = Seeded(state: 2018)
        let spices: [UInt8] = [
            0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09, 0x27, 0x3D, 0x00, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x20,
        ]
        let limits = CSVLimits(bytes: 4096, rows: 5, columns: 6, characters: 12)
        for turn in 0..<4000 {
            var bytes = Array((CorpusCase.all.randomElement(using: &random)?.text ?? "").utf8)
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes.insert(spices.randomElement(using: &random) ?? 0, at: place)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                case 2 where place < bytes.count: bytes.remove(at: place)
                default: bytes = Array(bytes.prefix(place)) + bytes.dropFirst(place / 2)
                }
            }
            let document = CSVDocument.read(bytes, limits: turn.isMultiple(of: 2) ? limits : .standard)
            let widths = document.records.allSatisfy { $0.fields.count == document.columns.count }
            let lines = document.records.map(\.line)
            #expect(widths && lines == lines.sorted(), "bytes: \(bytes)")
            #expect(!document.records.isEmpty || !document.problems.isEmpty, "bytes: \(bytes)")
        }
    }

    @Test("no field, however strange, ends the program")
    func fuzzFields() {
        var random = Seeded(state: 29)
        let pieces = [
            "0", "1", "9", "31", "2018", "-", "/", ":", " ", "T", "Z", "+", "99999999999999999999", "@", ".", "é", "x",
            "\u{0}", "\u{301}", "example.org",
        ]
        var good = 0
        for _ in 0..<4000 {
            let count = Int.random(in: 0...9, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            if (try? CSVField.wholeNumber(text, in: Int.min...Int.max)) != nil { good += 1 }
            if let date = try? CSVField.date(text), (try? CSVField.date(date.description)) != date {
                good = Int.min / 2
            }
            _ = try? CSVField.dateTime(text)
            _ = try? CSVField.time(text)
            _ = try? CSVField.email(text)
            _ = try? CSVField.boolean(text)
            _ = try? CSVField.text(text, upTo: 5)
        }
        #expect(good > 0)
    }
}
