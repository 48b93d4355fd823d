import CSV
import Testing

@Suite("CSV import: dates and times, rule 9.5")
struct DateFieldTests {
    @Test("ISO dates, and British ones in day/month order always")
    func dates() throws {
        #expect(try CSVField.date("2018-01-29") == CSVDate(year: 2018, month: 1, day: 29))
        #expect(try CSVField.date(" 29/01/2018 ") == CSVDate(year: 2018, month: 1, day: 29))
        #expect(try CSVField.date("03/04/2018") == CSVDate(year: 2018, month: 4, day: 3))
        #expect(try CSVField.date("3/4/2018") == CSVDate(year: 2018, month: 4, day: 3))
    }

    @Test("a 13th month is an error, not a switch to American order")
    func thirteenthMonth() {
        #expect(throws: CSVFieldError.noSuchMonth(13)) { try CSVField.date("01/13/2018") }
        #expect(throws: CSVFieldError.noSuchMonth(13)) { try CSVField.date("2018-13-01") }
        #expect(throws: CSVFieldError.noSuchMonth(0)) { try CSVField.date("2018-00-01") }
    }

    @Test(
        "31 February does not roll over",
        arguments: ["31/02/2018", "2018-02-31", "2018-02-30", "29/02/1900", "00/02/2018"])
    func february(text: String) throws {
        let error = try #require(throws: CSVFieldError.self) { try CSVField.date(text) }
        #expect(error.message.hasPrefix("February"))
    }

    @Test("29 February exists in leap years")
    func leapDay() throws {
        #expect(try CSVField.date("2000-02-29").day == 29)
        #expect(try CSVField.date("29/02/2024").day == 29)
    }

    @Test("a spreadsheet's serial number is no date", arguments: ["43129", "43129.375", "20180129"])
    func serial(text: String) {
        #expect(throws: CSVFieldError.serialNumber) { try CSVField.date(text) }
        #expect(throws: CSVFieldError.serialNumber) { try CSVField.dateTime(text) }
    }

    @Test(
        "anything else is no date",
        arguments: [
            "29-01-2018", "2018/01/29", "2018-1-29", "29 Jan 2018", "2018-01-29x", "29.01.2018", "/01/2018", "-",
            "٢٩/٠١/٢٠١٨",
        ])
    func notDates(text: String) {
        #expect(throws: CSVFieldError.notDate) { try CSVField.date(text) }
    }

    @Test(
        "years of two digits and far-off ones are errors",
        arguments: ["29/01/18", "0018-01-29", "1899-12-31", "2200-01-01"])
    func years(text: String) throws {
        let error = try #require(throws: CSVFieldError.self) { try CSVField.date(text) }
        #expect(error.message.hasPrefix("The year"))
    }

    @Test(
        "date and time, with space or T, seconds and offset as they come",
        arguments: [
            ("2018-01-29 09:30", nil), ("29/01/2018 09:30", nil), ("2018-01-29T09:30:00", nil), ("29/1/2018 9:30", nil),
            ("2018-01-29T09:30Z", 0), ("2018-01-29 09:30:00+00", 0), ("2018-01-29T09:30+01:00", 60),
            ("2018-01-29 09:30 -0530", -330),
        ] as [(String, Int?)])
    func dateTimes(text: String, offset: Int?) throws {
        let expected = CSVDateTime(
            date: CSVDate(year: 2018, month: 1, day: 29), time: CSVTime(hour: 9, minute: 30), offsetMinutes: offset)
        #expect(try CSVField.dateTime(text) == expected)
    }

    @Test(
        "a date alone, half a time or a strange offset is no date and time",
        arguments: [
            "2018-01-29", "2018-01-29 ", "2018-01-29 9", "2018-01-29 09:3", "2018-01-29 09:30 am", "2018-01-29 09:30+1",
            "2018-01-29 09:30+15:00", "2018-01-29 09:30+01:60", "2018-01-29 09:30+", "2018-01-2909:30",
        ])
    func notDateTimes(text: String) {
        #expect(throws: CSVFieldError.notDateTime) { try CSVField.dateTime(text) }
    }

    @Test("times go from 00:00 to 23:59", arguments: ["24:00", "09:60", "09:30:60"])
    func noSuchTime(text: String) throws {
        #expect(try CSVField.time("23:59:59") == CSVTime(hour: 23, minute: 59, second: 59))
        #expect(throws: CSVFieldError.noSuchTime) { try CSVField.time(text) }
    }

    @Test("what is no time is refused", arguments: ["9", "9.30", "09:30:", "0930", "123:00", "9:3", "noon"])
    func notTimes(text: String) {
        #expect(throws: CSVFieldError.notTime) { try CSVField.time(text) }
    }

    @Test("every day of three centuries reads back as it is written, in both orders")
    func allDays() throws {
        var count = 0
        for year in 1900...2199 {
            for month in 1...12 {
                for day in 1...31 {
                    let date = CSVDate(year: year, month: month, day: day)
                    guard let read = try? CSVField.date(date.description) else { continue }
                    count += 1
                    guard try read == date && CSVField.date("\(day)/\(month)/\(year)") == date else {
                        Issue.record("\(date) read as \(read)")
                        return
                    }
                }
            }
        }
        #expect(count == 109_573)
    }
}
