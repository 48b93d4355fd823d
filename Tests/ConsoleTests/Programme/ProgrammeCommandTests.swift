import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Laying out a week at the console")
struct ProgrammeCommandTests {
    @Test(
        "A release says what is missing and goes through, or is refused where it is to be complete; a clash is named by titles"
    )
    func readiness() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let one = try await week.session("One", online: "https://meet.example.org/x", release: false)
            let lack = "“One” (\(one.reference), Monday 29 January, 9:30am to 10:30am): Nobody leads it yet."
            let strict = await Ran.script(house, "release publish week --complete")
            #expect(strict.code == 1)
            #expect(strict.error == "line 1: Nothing was released, as something is missing. \(lack)\n")
            let released = await Ran.script(house, "release publish week")
            #expect(released.code == 0 && released.error == "\(lack)\n" && released.row["number"] == "1")
            let lead = ["lead@example.org"]
            let two = try await week.session("Two", starts: "2018-01-30 10:00", facilitators: lead, release: false)
            let three = try await week.session("Three", starts: "2018-01-30 10:30", facilitators: lead, release: false)
            let clash = await Ran.script(house, "release publish week")
            #expect(clash.code == 1)
            #expect(
                clash.error.hasSuffix(
                    "Nothing was released. Lena Lead leads both “Two” (\(two.reference), Tuesday 30 January, 10am to 11am) and “Three” (\(three.reference), Tuesday 30 January, 10:30am to 11:30am).\n"
                ))
        }
    }

    @Test("A session is added, moved, changed, released, cancelled and brought back")
    func life() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let added = await Ran.script(
                house,
                #"session add --event week --title "Voice" --starts "29 Jan 2018 09:30" --ends 12:00 --room "corbyn road/room 1" --facilitator lead"#
            ).row
            let reference = try #require(added["reference"])
            #expect(added["starts_at"] == "2018-01-29T09:30:00+00:00")
            #expect(added["ends_at"] == "2018-01-29T12:00:00+00:00")
            #expect(added["site"] == "Corbyn Road")
            #expect(added["room"] == "Room 1")
            #expect(added["capacity"] == "12")
            #expect(added["facilitator_email"] == "lead@example.org")
            #expect(added.isNull("strand"))
            let ran = await Ran.script(
                house, "release diff week", "release publish week --note first",
                "session move \(reference) --starts \"tue 10:00\"",
                "session move \(reference) --starts \"2018-01-30 10:00\"",
                "session move \(reference) --ends 11:00 --room \"corbyn road/room 2\"")
            #expect(ran.code == 1)
            #expect(ran.error.contains("outside the days"))
            let moved = await Ran.script(
                house, "session move \(reference) --starts \"2018-01-30 10:00\"",
                "session move \(reference) --ends 11:00",
                "session change \(reference) --title \"Voices\" --facilitator \"\"", "release diff week",
                "session cancel \(reference) --reason \"No light\"", "undo", "session show \(reference)")
            #expect(moved.code == 0)
            let arrays = moved.arrays
            #expect(arrays[0].first?["ends_at"] == "2018-01-30T12:30:00+00:00")
            #expect(arrays[1].first?["ends_at"] == "2018-01-30T11:00:00+00:00")
            #expect(arrays[2].first?.isNull("facilitator_email") == true)
            #expect(arrays[3].compactMap { $0["change"] } == ["retimed", "retitled", "refacilitated"])
            #expect(arrays[3].first.map(\.keys) == ["change", "reference", "before", "after", "booked"])
            #expect(arrays[4].first?["state"] == "cancelled")
            #expect(arrays[6].first?["state"] == "scheduled")
        }
    }

    @Test("The list has the columns of the file, in their order, with offsets and rooms without their site")
    func columns() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session(room: "Corbyn Road/Room 1")
            let ran = await Ran.script(
                house, format: .csv, "session list --event week --site corbyn --from 2018-01-29 --to 2018-01-29")
            let lines = ran.out.split(separator: "\r\n")
            #expect(
                lines.first
                    == "reference,event,title,kind,strand,starts_at,ends_at,site,room,online_url,capacity,taken,waiting,state,facilitator_email,audience,description"
            )
            #expect(lines.count == 2)
            #expect(
                lines.last?.contains(",2018-01-29T09:30:00+00:00,2018-01-29T10:30:00+00:00,Corbyn Road,Room 1,") == true
            )
            #expect(
                await Ran.script(house, format: .csv, "session list --from 2018-01-30").out.split(separator: "\r\n")
                    .count == 1)
        }
    }

    @Test("Times that never were, or were twice, and dates with two readings are refused")
    func times() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            _ = await Ran.script(house, "event add year --title Year --from 2018-01-01 --to 2018-12-31")
            let never = await Ran.script(
                house, #"session add --event year --title T --minutes 30 --starts "2018-03-25 01:30""#)
            #expect(never.error.contains("does not exist in London"))
            let twice = await Ran.script(
                house, #"session add --event year --title T --minutes 30 --starts "2018-10-28 01:30""#)
            #expect(twice.error.contains("happens twice"))
            let told = await Ran.script(
                house, #"session add --event year --title T --minutes 30 --starts "2018-10-28 01:30+00:00""#)
            #expect(told.row["starts_at"] == "2018-10-28T01:30:00+00:00")
            let slashed = await Ran.script(house, "session list --from 03/04/2018")
            #expect(slashed.error.contains("3 April 2018 or 4 March 2018"))
            #expect([never.code, twice.code, told.code, slashed.code] == [1, 1, 0, 1])
        }
    }

    @Test("A series gives the first Wednesdays; one is moved, one skipped")
    func series() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(
                house, "event add year --title Year --from 2018-01-01 --to 2018-12-31",
                #"series add monthly --event year --title "Briefing" --rule FREQ=MONTHLY;BYDAY=1WE --starts "2018-01-03 09:30" --minutes 60 --until 2018-12-31"#,
                #"series move mon --on 2018-04-04 --starts "2018-04-11 09:30""#,
                #"series skip monthly --on 2018-08-01 --reason "Summer""#,
                "series dates monthly")
            #expect(ran.code == 0)
            let rows = ran.rows
            #expect(
                rows.compactMap { ($0["starts_at"])?.prefix(10) } == [
                    "2018-01-03", "2018-02-07", "2018-03-07", "2018-04-11", "2018-05-02", "2018-06-06", "2018-07-04",
                    "2018-08-01",
                    "2018-09-05", "2018-10-03", "2018-11-07", "2018-12-05",
                ])
            #expect(rows.first.map(\.keys) == ["reference", "starts_at", "weekday", "state", "notes"])
            #expect(rows[3]["notes"] == "moved from 2018-04-04 09:30")
            #expect(rows[7]["state"] == "cancelled")
            #expect(rows.allSatisfy { $0["weekday"] == "Wednesday" })
        }
    }

    @Test("A script keeps dates on bank holidays, and says so")
    func kept() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await SeriesFixture.holidays(house)
            let ran = await Ran.script(house, SeriesFixture.add)
            #expect(ran.code == 0)
            #expect(ran.error.contains("Monday 7 May 2018 is a bank holiday (Early May bank holiday) and was kept"))
            #expect(ran.error.contains("series move mondays --on 2018-05-28"))
        }
    }

    @Test("Names are found by a unique beginning; a miss says what is near")
    func names() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(room: "Corbyn Road/Room 1")
            let miss = await Ran.script(house, "session move \(session.reference) --room \"Corbyn Road/Rom 1\"")
            #expect(
                miss.error
                    == "line 1: No room 'Corbyn Road/Rom 1'. Did you mean 'Corbyn Road/Room 1' or 'Corbyn Road/Room 2'?\n"
                    || miss.error == "line 1: No room 'Corbyn Road/Rom 1'. Did you mean 'Corbyn Road/Room 1'?\n")
            let several = await Ran.script(house, "session move \(session.reference) --room \"Corbyn\"")
            #expect(several.error.contains("Type more of the name."))
            let found = await Ran.script(house, "session move \(session.reference.lowercased()) --room mary")
            #expect(found.row["room"] == "Main Hall")
            #expect(await Ran.script(house, "session show W18-999").error.contains("No session 'W18-999'."))
        }
    }

    @Test("Calendars and CSV come out as they are, and as one object in JSON")
    func exports() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let calendar = await Ran.script(house, format: .table, "export calendar --session \(session.reference)")
            #expect(calendar.out.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.out.hasSuffix("END:VCALENDAR\r\n"))
            let csv = await Ran.script(house, format: .table, "export csv sites")
            #expect(csv.out.hasPrefix("\u{FEFF}name,address\r\n"))
            #expect(await Ran.script(house, "export csv rooms").row["csv"] != nil)
            #expect(await Ran.script(house, "export csv nonsense").code == 1)
            #expect(await Ran.script(house, "export calendar").code == 2)
            #expect(await Ran.script(house, "export calendar --event week --site corbyn").code == 2)
        }
    }
}
