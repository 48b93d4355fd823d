import CSV
import Foundation
import Testing

@Suite("CSV import: records, rule 9 and rule 9.4")
struct RecordTests {
    @Test("row counts records from 1 after the header; line is where the record starts, the header being 1")
    func numbers() {
        let document = read("a,b\n1,\"x\ny\"\n2,z\n")
        #expect(document.records.map(\.row) == [1, 2])
        #expect(document.records.map(\.line) == [2, 4])
    }

    @Test("blank and all-comma rows are skipped and have no number, but their lines count")
    func skipped() {
        let document = read("\na,b\n\n,\n  , \n1,2\n\"\",\"\"\n\n3,4\n\n")
        #expect(document.rows == [["1", "2"], ["3", "4"]])
        #expect(document.records.map(\.row) == [1, 2])
        #expect(document.records.map(\.line) == [6, 9])
        #expect(document.problems.isEmpty)
    }

    @Test("fields are to be had trimmed and as they stand; a column that is not there is nil")
    func access() throws {
        let record = try #require(read("a,b\n  x ,\n").records.first)
        #expect(record["a"] == "x")
        #expect(record.raw("a") == "  x ")
        #expect(record["b"]?.isEmpty == true)
        #expect(record["c"] == nil)
    }

    @Test("a row with too few fields is an error that names the first one missing")
    func tooFew() {
        let problem = read("a,b,c\n1,2,3\n4\n").problems.first
        #expect(problem?.row == 2)
        #expect(problem?.line == 3)
        #expect(problem?.column == "b")
        #expect(problem?.message.hasPrefix("This row has 1 field, but the header has 3.") == true)
    }

    @Test("a row with too many fields is an error that shows the first one over")
    func tooMany() {
        let problem = read("a,b\n1,2,three,4\n").problems.first
        #expect(problem?.row == 1)
        #expect(problem?.value == "three")
        #expect(problem?.message.hasPrefix("This row has 4 fields, but the header has 2.") == true)
    }

    @Test("text after a closing quote is one error, not a wrong count besides")
    func textAfterQuote() {
        let document = read("a,b\n\"He said \"hello, all\" to me\",2\n3,4\n")
        #expect(document.problems.map(\.column) == ["a"])
        #expect(document.problems.allSatisfy { $0.row == 1 && $0.line == 2 })
        #expect(document.messages.first?.contains("after a closing quote") == true)
        #expect(document.rows == [["3", "4"]])
    }

    @Test("spaces after a closing quote are no text")
    func spaceAfterQuote() {
        #expect(read("a,b\n\"1\"  ,2\n").rows == [["1", "2"]])
    }

    @Test("an unclosed quote is named where it opened, not where the file ends or the record starts")
    func unclosed() {
        let document = read("a,b,c\n1,2,3\n4,\"x\ny\",\"open\n5,6,7\n8,9,10\n")
        #expect(document.problems.count == 1)
        #expect(document.problems.first?.row == 2)
        #expect(document.problems.first?.line == 4)
        #expect(document.problems.first?.column == "c")
        #expect(document.problems.first?.value?.hasPrefix("open\n5") == true)
    }

    @Test("a quote inside an unquoted field is a character like any other")
    func bareQuote() {
        #expect(read("a,b\n6\" rule,2\n").rows == [["6\" rule", "2"]])
    }

    @Test("an empty file is an error", arguments: ["", "\n\n", "\u{FEFF}", ",,\n"])
    func empty(text: String) {
        let document = read(text)
        #expect(document.problems.count == 1)
        #expect(document.messages.first?.hasPrefix("The file is empty.") == true)
    }

    @Test("a header alone is an error", arguments: ["a,b", "a,b\n", "a,b\n,\n\n"])
    func headerAlone(text: String) {
        let document = read(text)
        #expect(document.problems.count == 1)
        #expect(document.messages == ["The file has a header but no rows below it."])
    }

    @Test("all errors are gathered, each with its row, and the good rows are there besides")
    func allErrors() {
        let document = read("a,b\n1\n2,3\n4,5,6\n\"7\"x,8\n9,\"10\n")
        #expect(document.problems.map(\.row) == [1, 3, 4, 5])
        #expect(document.rows == [["2", "3"]])
    }

    @Test("the mark against formulas is removed only before a formula character, rule 8.6")
    func apostrophe() {
        let document = read("a\n'=1+1\n'+44 20\n''@x\n'tis\n'\n''\n'-5\n'＝1\n")
        #expect(document.rows.joined().elementsEqual(["=1+1", "+44 20", "'@x", "'tis", "'", "''", "-5", "＝1"]))
    }

    @Test("a problem encodes to the five keys of the import report, null where there is nothing")
    func encoding() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let problem = CSVProblem(row: 3, line: 5, column: "capacity", value: "x", message: "No.")
        #expect(
            String(decoding: try encoder.encode(problem), as: UTF8.self)
                == #"{"column":"capacity","line":5,"message":"No.","row":3,"value":"x"}"#)
        #expect(
            String(decoding: try encoder.encode(CSVProblem(message: "No.")), as: UTF8.self)
                == #"{"column":null,"line":null,"message":"No.","row":null,"value":null}"#)
    }

    @Test("a long value is cut in a problem")
    func excerpt() {
        let value = CSVProblem(value: String(repeating: "x", count: 5000), message: "No.").value
        #expect(value?.count == 201)
    }

    @Test("a row reader gathers one problem for each bad field and passes over blanks")
    func rowReader() throws {
        let record = try #require(read("title,capacity,when,room\n ,many,31/02/2018,\n").records.first)
        var row = CSVRowReader(record)
        let title = row.required("title") { text throws(CSVFieldError) in try CSVField.text(text, upTo: 200) }
        let capacity = row.optional("capacity") { text throws(CSVFieldError) in
            try CSVField.wholeNumber(text, in: 1...500)
        }
        #expect(title == nil && capacity == nil)
        #expect(row.optional("when", CSVField.date) == nil)
        #expect(row.optional("room", CSVField.email) == nil)
        #expect(row.required("site", CSVField.email) == nil)
        #expect(row.problems.map(\.column) == ["title", "capacity", "when", "site"])
        #expect(row.problems.map(\.value) == ["", "many", "31/02/2018", nil])
        #expect(row.problems.allSatisfy { $0.row == 1 && $0.line == 2 })
    }
}
