import Foundation
import ICalendar
import Testing

/// Section 1 of the calendar rules.
@Suite struct BytesAndLinesTests {
    private func long(_ piece: String, _ count: Int) throws -> Written {
        Written(try Samples.calendar { $0.description = String(repeating: piece, count: count) })
    }

    @Test("1.1: the file is UTF-8 without a byte order mark")
    func noMark() throws {
        let written = Written(try Samples.calendar { $0.summary = "Café" })
        #expect(written.bytes.starts(with: Array("BEGIN:VCALENDAR\r\n".utf8)))
        #expect(String(validating: written.bytes, as: UTF8.self)?.contains("SUMMARY:Café\r\n") == true)
    }

    @Test("1.2: every line ends in CR LF, the last too, and no LF stands alone")
    func lineEnds() throws {
        let bytes = Written(try Samples.calendar { $0.description = "one\ntwo" }).bytes
        #expect(bytes.suffix(2) == [13, 10])
        for (index, byte) in bytes.enumerated() where byte == 10 {
            #expect(index > 0 && bytes[index - 1] == 13)
        }
    }

    @Test("1.3: a line of exactly 75 octets is not folded, one of 76 is", arguments: [75, 76])
    func foldAt75(octets: Int) throws {
        let text = String(repeating: "x", count: octets - "LOCATION:".utf8.count)
        let written = Written(try Samples.calendar { $0.location = text })
        let line = written.physicalLines.first { $0.starts(with: "LOCATION:".utf8) }
        #expect(line?.count == 75)
        #expect(written.value("LOCATION:") == text)
    }

    @Test("1.3: no physical line is longer than 75 octets, the space of a fold counted")
    func lineLength() throws {
        for piece in ["x", "é", "中", "👨‍👩‍👧‍👦", "a,b;c\\d\n"] {
            let written = try long(piece, 300)
            #expect(written.physicalLines.allSatisfy { $0.count <= 75 })
            #expect(written.physicalLines.filter { $0.first == 0x20 }.contains { $0.count > 45 })
        }
    }

    @Test("1.4: no fold stands inside a UTF-8 sequence", arguments: ["é", "中", "😀", "x😀", "xé中😀"])
    func foldBetweenScalars(piece: String) throws {
        let written = try long(piece, 200)
        #expect(written.physicalLines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
        #expect(written.value("DESCRIPTION:") == String(repeating: piece, count: 200))
    }

    @Test("1.4: no fold stands inside a grapheme that fits on a line", arguments: ["👨‍👩‍👧‍👦", "e\u{301}\u{327}", "🇬🇧", "क्षि"])
    func foldBetweenGraphemes(piece: String) throws {
        let lines = try long(piece, 200).physicalLines
        let first = try #require(lines.firstIndex { $0.starts(with: "DESCRIPTION:".utf8) })
        for line in lines[first...].prefix(3) {
            let text = String(decoding: line, as: UTF8.self).replacingOccurrences(of: "DESCRIPTION:", with: "")
            #expect(text.trimmingCharacters(in: .whitespaces).allSatisfy { String($0) == piece })
        }
    }

    @Test("1.4: a grapheme longer than a line is folded between scalars and comes back whole")
    func overlongGrapheme() throws {
        let zalgo = "Z" + String(repeating: "\u{301}\u{336}", count: 100)
        let written = Written(try Samples.calendar { $0.description = zalgo + " and more" })
        #expect(written.problems == [])
        #expect(
            written.value("DESCRIPTION:")?.unicodeScalars.elementsEqual((zalgo + " and more").unicodeScalars) == true)
    }

    @Test("1.5: no fold stands between a backslash and its letter", arguments: 0..<8)
    func foldOutsideEscapes(shift: Int) throws {
        let text = String(repeating: "x", count: shift) + String(repeating: "\\,;\n", count: 60)
        let written = Written(try Samples.calendar { $0.description = text })
        for line in written.physicalLines {
            #expect(line.reversed().prefix { $0 == 0x5C }.count % 2 == 0)
        }
        #expect(written.problems == [])
    }

    @Test("1.6: control characters other than a tab are left out, NUL above all")
    func controls() throws {
        let written = Written(try Samples.calendar { $0.description = "a\0b\u{1}c\td\u{7F}e\u{85}f\u{9F}g\u{A0}h" })
        #expect(written.value("DESCRIPTION:") == "abc\tdefg\u{A0}h")
    }

    @Test("1.7: there are no blank lines and nothing before BEGIN")
    func noBlankLines() throws {
        let written = Written(try Samples.calendar { $0.description = "\n\n\n" })
        #expect(written.physicalLines.allSatisfy { !$0.isEmpty })
        #expect(written.physicalLines.first.map { String(decoding: $0, as: UTF8.self) } == "BEGIN:VCALENDAR")
    }

    @Test("1.8: text escapes are those four and no others; every kind of line end becomes one")
    func textEscapes() throws {
        let written = Written(try Samples.calendar { $0.description = "a\\b;c,d:e\"f\ng\r\nh\ri" })
        #expect(written.value("DESCRIPTION:") == #"a\\b\;c\,d:e"f\ng\nh\ni"#)
    }

    @Test("1.8: a delimiter that carries a combining mark is escaped all the same")
    func combiningDelimiter() throws {
        let written = Written(try Samples.calendar { $0.location = "a,\u{301}b;\u{20E3}" })
        #expect(written.value("LOCATION:") == "a\\,\u{301}b\\;\u{20E3}")
    }

    @Test("1.9: a value that is not text is not escaped")
    func notText() throws {
        let calendar = try Samples.calendar {
            $0.url = "https://example.org/a,b;c?d=e"
            $0.conferences = [CalendarConference(uri: "https://example.org/join;x=1,2")]
            $0.position = CalendarPosition(latitude: 52.5, longitude: -2.081112)
            $0.organiser = CalendarOrganiser(address: "mailto:a,b@example.org")
        }
        let written = Written(calendar)
        #expect(written.value("URL:") == "https://example.org/a,b;c?d=e")
        #expect(written.value("CONFERENCE;VALUE=URI:") == "https://example.org/join;x=1,2")
        #expect(written.value("GEO:") == "52.500000;-2.081112")
        #expect(written.value("ORGANIZER:") == "mailto:a,b@example.org")
    }

    @Test("1.9: text that was read and is written again is escaped once")
    func escapedOnce() throws {
        let once = Written(try Samples.calendar { $0.description = #"a\nb, c"# })
        let again = Written(try ICalendarReader().read(once.bytes).calendar)
        #expect(again.bytes == once.bytes)
    }

    @Test("1.9: a line end in an address cannot begin another property")
    func noInjection() throws {
        let written = Written(
            try Samples.calendar {
                $0.url = "https://example.org/\r\nATTENDEE:mailto:x@example.org"
                $0.uid = "1\r\nMETHOD:REQUEST"
            })
        #expect(written.lines("ATTENDEE").isEmpty)
        #expect(written.lines("METHOD").isEmpty)
    }

    @Test("1.10: a comma separates categories; one inside a name is escaped")
    func categories() throws {
        let written = Written(try Samples.calendar { $0.categories = ["Voice, choice", "Practice"] })
        #expect(written.value("CATEGORIES:") == #"Voice\, choice,Practice"#)
    }

    @Test("1.11: a parameter with a comma, semicolon or colon is quoted and never escaped by a backslash")
    func quotedParameter() throws {
        let written = Written(
            try Samples.calendar { $0.organiser = CalendarOrganiser(email: "a@example.org", name: "O'Neil, Sian") })
        #expect(written.value("ORGANIZER;CN=") == #""O'Neil, Sian":mailto:a@example.org"#)
    }

    @Test("1.11: a quotation mark, a caret and a line end in a parameter are written with carets")
    func carets() throws {
        let written = Written(
            try Samples.calendar { $0.organiser = CalendarOrganiser(email: "a@b.org", name: "A \"B\" ^\nC\u{1}\r\nD") })
        #expect(written.value("ORGANIZER;CN=") == "A ^'B^' ^^^nC^nD:mailto:a@b.org")
    }

    @Test("1.12: components nest, and there is one calendar")
    func nesting() throws {
        let calendar = try Samples.calendar { $0.alarms = [CalendarAlarm(.display, .fromStart(.minutes(15)))] }
        var open: [String] = []
        for line in Written(calendar).lines {
            if line.hasPrefix("BEGIN:") { open.append(String(line.dropFirst(6))) }
            if line.hasPrefix("END:") { #expect(open.popLast() == String(line.dropFirst(4))) }
        }
        #expect(open.isEmpty)
        #expect(Written(calendar).lines("BEGIN:VCALENDAR").count == 1)
    }

    @Test("1.13: the properties of the calendar come before its components")
    func propertiesFirst() throws {
        var calendar = Samples.calendar([try Samples.event()])
        calendar.name = "Practice Week"
        calendar.extras = [CalendarProperty("X-TEST", "1")]
        let lines = Written(calendar).lines
        let first = try #require(lines.firstIndex { $0.hasPrefix("BEGIN:VTIMEZONE") })
        for name in ["VERSION:", "PRODID:", "CALSCALE:", "NAME:", "X-WR-CALNAME:", "X-TEST:"] {
            #expect(try #require(lines.firstIndex { $0.hasPrefix(name) }) < first)
        }
    }

    @Test("1.14: HTML stands only beside a plain description")
    func html() throws {
        let alone = Written(try Samples.calendar { $0.htmlDescription = "<p>x</p>" })
        #expect(alone.lines("X-ALT-DESC").isEmpty)
        let both = Written(
            try Samples.calendar {
                $0.description = "x"
                $0.htmlDescription = "<p>x</p>"
            })
        #expect(both.value("X-ALT-DESC;FMTTYPE=text/html:") == "<p>x</p>")
    }

    @Test("The same calendar gives the same bytes")
    func deterministic() throws {
        let calendar = Samples.calendar([try Samples.event("1"), try Samples.event("2")])
        #expect(Written(calendar).bytes == Written(calendar).bytes)
    }
}
