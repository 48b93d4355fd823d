import Domain
import Foundation
import Testing

@testable import Console

@Suite("Rendering answers")
struct RenderingTests {
    let table = ConsoleTable(
        ["name", "capacity", "open", "from", "starts_at", "note"],
        [
            [
                .text("Room 1"), .int(24), .bool(true), .day(Day(number: 17_560)),
                .time(Date(timeIntervalSince1970: 1_517_218_200)), .null,
            ],
            [.text("Großer Saal, \"oben\""), .int(-3), .bool(false), .null, .null, .text("a\nb")],
        ])

    private func render(_ format: ConsoleFormat, _ table: ConsoleTable, width: Int? = nil) -> String {
        format.render(ConsoleOutput(.table(table)), width: width)
    }

    @Test("A table is aligned, numbers to the right, with times that carry their offset")
    func aligned() {
        #expect(
            render(.table, table) == """
                name                 capacity  open   from        starts_at                  note
                -------------------  --------  -----  ----------  -------------------------  ----
                Room 1                     24  true   2018-01-29  2018-01-29T09:30:00+00:00
                Großer Saal, "oben"        -3  false                                         a b

                """)
    }

    @Test("On a terminal times are the wall's")
    func wallTimes() {
        #expect(render(.table, table, width: 200).contains("2018-01-29  2018-01-29 09:30"))
    }

    @Test("JSON is one array on one line, keys in the order of the columns")
    func json() {
        #expect(
            render(.json, table)
                == #"[{"name":"Room 1","capacity":24,"open":true,"from":"2018-01-29","starts_at":"2018-01-29T09:30:00+00:00","note":null},"#
                + #"{"name":"Großer Saal, \"oben\"","capacity":-3,"open":false,"from":null,"starts_at":null,"note":"a\nb"}]"#
                + "\n")
    }

    @Test("Rows inside a row are an array in JSON and a count elsewhere")
    func nested() {
        let outer = ConsoleTable(["errors"], [[.rows(ConsoleTable(["row"], [[.int(1)], [.int(2)]]))]])
        #expect(render(.json, outer) == #"[{"errors":[{"row":1},{"row":2}]}]"# + "\n")
        #expect(render(.csv, outer) == "errors\r\n2\r\n")
    }

    @Test("CSV quotes what needs it and disarms formulas")
    func csv() {
        let table = ConsoleTable(
            ["a", "b"], [[.text("x,\"y\""), .text("=1+1")], [.text("line\nbreak"), .text("-5")], [.int(-5), .null]])
        #expect(render(.csv, table) == "a,b\r\n\"x,\"\"y\"\"\",'=1+1\r\n\"line\nbreak\",'-5\r\n-5,\r\n")
    }

    @Test(
        "What could command a terminal never reaches it",
        arguments: ["\u{1B}[31m", "\u{7}", "\u{9B}2J", "\u{202E}", "\u{7F}", "\r"])
    func controls(_ mark: String) {
        let table = ConsoleTable(["a"], [[.text("x\(mark)y")]])
        for format in ConsoleFormat.allCases {
            let text = render(format, table, width: 80)
            #expect(
                !text.replacing("\r\n", with: "\n").unicodeScalars.contains { Printable.isUnsafe($0) && $0 != "\n" })
        }
        #expect(Printable.prose("a\(mark)b\nc").contains("b\nc"))
    }

    @Test("A control character survives in JSON as an escape")
    func escaped() {
        #expect(JSONRows.quoted("a\u{1B}b\u{9B}\u{2028}\t") == #""a\u001bb\u009b\u2028\t""#)
    }

    @Test("Wide and combining characters take the columns that a terminal gives them")
    func widths() {
        #expect(TextWidth.of("abc") == 3)
        #expect(TextWidth.of("e\u{301}") == 1)
        #expect(TextWidth.of("日本") == 4)
        #expect(TextWidth.of("👩‍👩‍👧") == 2)
        #expect(TextWidth.cut("日本語", to: 5) == "日本…")
        #expect(TextWidth.cut("abcdef", to: 4) == "abc…")
    }

    @Test("One row that is too wide is turned on its side")
    func onItsSide() {
        let table = ConsoleTable(
            ["reference", "description"],
            [[.text("PW18-001"), .text(String(repeating: "word ", count: 10) + "\nmore")]])
        let text = render(.table, table, width: 40)
        #expect(text.hasPrefix("reference    PW18-001\ndescription  word word"))
        #expect(text.hasSuffix("\n             more\n"))
    }

    @Test("Several rows that are too wide lose spare columns first and are cut then")
    func fitted() {
        let long = String(repeating: "x", count: 60)
        let table = ConsoleTable(
            ["a", "spare", "b"], [[.text(long), .text(long), .int(1)], [.text("y"), .text("z"), .int(2)]],
            spare: ["spare"])
        let lines = render(.table, table, width: 40).split(separator: "\n")
        #expect(lines.allSatisfy { TextWidth.of(String($0)) <= 40 })
        #expect(lines.first.map { !$0.contains("spare") && $0.contains("b") } == true)
        #expect(lines[2].contains("…"))
    }

    @Test("A row shorter than its columns is filled with nothing")
    func shortRow() {
        #expect(render(.json, ConsoleTable(["a", "b"], [[.int(1)]])) == #"[{"a":1,"b":null}]"# + "\n")
    }

    @Test("A text is itself, and in JSON an object; nothing is an empty array there")
    func texts() {
        let output = ConsoleOutput(.text("BEGIN:VCALENDAR\r\n", key: "calendar"))
        #expect(ConsoleFormat.table.render(output, width: nil) == "BEGIN:VCALENDAR\r\n")
        #expect(ConsoleFormat.json.render(output, width: nil) == #"[{"calendar":"BEGIN:VCALENDAR\r\n"}]"# + "\n")
        #expect(ConsoleFormat.json.render(ConsoleOutput(), width: nil) == "[]\n")
        #expect(ConsoleFormat.csv.render(ConsoleOutput(), width: nil).isEmpty)
    }
}
