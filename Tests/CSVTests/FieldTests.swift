import CSV
import Testing

@Suite("CSV import: numbers, addresses, words, rule 9.6")
struct FieldTests {
    @Test("whole numbers are ASCII digits within bounds")
    func numbers() throws {
        #expect(try CSVField.wholeNumber(" 12 ", in: 1...500) == 12)
        #expect(try CSVField.wholeNumber("007", in: 1...500) == 7)
        #expect(try CSVField.wholeNumber("9223372036854775807", in: 0...Int.max) == Int.max)
    }

    @Test(
        "anything but digits is no whole number",
        arguments: ["+1", "-1", "1.0", "1,000", "1e3", "٣", "１２", "0x1", "1 2", "x"])
    func notNumbers(text: String) {
        #expect(throws: CSVFieldError.notWholeNumber) { try CSVField.wholeNumber(text, in: 1...500) }
    }

    @Test(
        "numbers out of bounds are refused with the bounds, those beyond Int too",
        arguments: ["0", "501", "9223372036854775808", String(repeating: "9", count: 400)])
    func bounds(text: String) {
        #expect(throws: CSVFieldError.outOfRange(1...500)) { try CSVField.wholeNumber(text, in: 1...500) }
    }

    @Test("an address is trimmed, lower case and in NFC")
    func emails() throws {
        #expect(try CSVField.email(" Sian.ONeil+week@Example.ORG ") == "sian.oneil+week@example.org")
        let address = try CSVField.email("Rene\u{301}@example.org")
        #expect(Array(address.unicodeScalars) == Array("ren\u{E9}@example.org".unicodeScalars))
    }

    @Test(
        "what cannot be an address is refused",
        arguments: [
            "x", "@example.org", "x@", "x@example", "a@b@example.org", "a b@example.org", ".x@example.org",
            "x..y@example.org", "x@-example.org", "x@example..org", "x@exam_ple.org", "<x@example.org>",
            "x@example.org\nBcc: y@example.org", "x\u{200B}y@example.org", "x;y@example.org", "\"x\"@example.org",
        ])
    func notEmails(text: String) {
        #expect(throws: CSVFieldError.notEmail) { try CSVField.email(text) }
    }

    @Test("an address has at most 254 octets")
    func emailLength() throws {
        let label = String(repeating: "a", count: 60)
        let longest = "\(label)@\(label).\(label).\(label).\(String(repeating: "a", count: 10))"
        #expect(longest.utf8.count == 254)
        #expect(try CSVField.email(longest) == longest)
        #expect(throws: CSVFieldError.emailTooLong) { try CSVField.email(longest + "b") }
    }

    @Test("true and false in the words people use")
    func booleans() throws {
        #expect(try ["true", "TRUE", "Yes", "y", "1"].allSatisfy { try CSVField.boolean($0) })
        #expect(try ["false", "False", "no", "N", "0"].allSatisfy { try !CSVField.boolean($0) })
        #expect(throws: CSVFieldError.notBoolean) { try CSVField.boolean("maybe") }
    }

    @Test("text is trimmed, put into NFC and counted in scalars")
    func texts() throws {
        let text = try CSVField.text("  Cafe\u{301} ", upTo: 4)
        #expect(text.unicodeScalars.count == 4)
        #expect(throws: CSVFieldError.textTooLong(4)) { try CSVField.text("Cafés", upTo: 4) }
    }

    @Test("control characters are refused; line breaks where they may stand become LF")
    func controls() throws {
        #expect(throws: CSVFieldError.controlCharacter) { try CSVField.text("a\nb", upTo: 10) }
        #expect(throws: CSVFieldError.controlCharacter) { try CSVField.text("a\u{7}b", upTo: 10, lines: true) }
        let lines = try CSVField.text("a\r\nb\rc\nd\te", upTo: 20, lines: true)
        #expect(Array(lines.unicodeScalars) == Array("a\nb\nc\nd\te".unicodeScalars))
    }

    @Test("a blank is an error of its own for every kind")
    func blanks() {
        #expect(throws: CSVFieldError.blank) { try CSVField.wholeNumber(" ", in: 1...2) }
        #expect(throws: CSVFieldError.blank) { try CSVField.date("") }
        #expect(throws: CSVFieldError.blank) { try CSVField.dateTime("") }
        #expect(throws: CSVFieldError.blank) { try CSVField.time("\u{A0}") }
        #expect(throws: CSVFieldError.blank) { try CSVField.email("") }
        #expect(throws: CSVFieldError.blank) { try CSVField.boolean("") }
        #expect(throws: CSVFieldError.blank) { try CSVField.text("", upTo: 9) }
    }
}
