import Domain
import ICalendar
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("A person's own calendar")
struct PersonalCalendarTests {
    private let link = "https://meet.example.org/room?a=1;b,c"

    private func lines(
        _ booking: Booking, _ session: Session? = nil, link: String? = nil, now: String = "2018-01-15 09:00"
    ) throws -> [String] {
        let maker = try Made.events(now: now)
        let event = maker.own(try session ?? Made.session(), booking, joiningLink: link)
        let bytes = maker.feed(name: "Mine", [event].compactMap(\.self))
        #expect(ICalendarProblems.inBytes(bytes) == [])
        return bytes.lines
    }

    @Test("shows a confirmed place, marked private, with the link to join")
    func confirmed() throws {
        let lines = try lines(Made.booking(), link: link)
        #expect(lines.contains("SUMMARY:Group supervision"))
        #expect(lines.contains("STATUS:CONFIRMED"))
        #expect(lines.contains("CLASS:PRIVATE"))
        #expect(lines.contains { $0.hasPrefix("CONFERENCE;VALUE=URI") && $0.hasSuffix(":\(link)") })
        #expect(
            lines.contains {
                $0.hasPrefix("DESCRIPTION:") && $0.contains("Join: https://meet.example.org/room?a=1\\;b\\,c")
            })
    }

    @Test("shows a waiting place as tentative with its number, and never the link")
    func waiting() throws {
        let lines = try lines(Made.booking(.waiting, position: 3), link: link)
        #expect(lines.contains("SUMMARY:Waiting list (3): Group supervision"))
        #expect(lines.contains("STATUS:TENTATIVE"))
        #expect(!lines.contains { $0.contains("meet.example.org") })
    }

    @Test("drops what the person gave back")
    func givenBack() throws {
        #expect(try !lines(Made.booking(.cancelled)).contains("BEGIN:VEVENT"))
    }

    @Test("keeps what the centre called off, without the link, until thirty days after")
    func calledOff() throws {
        let session = try Made.session(state: .cancelled)
        let shown = try lines(Made.booking(), session, link: link)
        #expect(shown.contains("SUMMARY:CANCELLED: Group supervision"))
        #expect(shown.contains("STATUS:CANCELLED"))
        #expect(shown.contains("TRANSP:TRANSPARENT"))
        #expect(!shown.contains { $0.contains("meet.example.org") })
        #expect(try !lines(Made.booking(), session, now: "2018-03-01 09:00").contains("BEGIN:VEVENT"))
    }

    @Test("says title, time, room and own status, and nothing of what the session is about")
    func nothingElse() throws {
        var session = try Made.session(description: "About adoption")
        session.facilitators = ["Lena Lead"]
        let text = try lines(Made.booking(), session).joined()
        #expect(!text.contains("adoption"))
        #expect(!text.contains("Lena"))
        #expect(!text.contains("amara"))
        #expect(!text.contains("ATTENDEE"))
    }

    @Test("raises SEQUENCE with the session's changes and with the booking's own")
    func sequence() throws {
        #expect(try lines(Made.booking(sequence: 2), Made.session(sequence: 3)).contains("SEQUENCE:5"))
    }

    @Test("is as old as the last step of a booking, those given back included")
    func lastModified() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let actor = try await week.actor("p1@example.org")
            let calendar = PersonalCalendar(services: house.services)
            let person = try #require(actor.person)
            #expect(try await calendar.file(of: person).lastModified == nil)
            let receipt = try await week.book(session, "p1@example.org")
            let booked = try #require(try await calendar.file(of: person).lastModified)
            _ = try await house.services.booking.cancel(receipt.id, by: actor)
            let empty = try #require(try await calendar.file(of: person).lastModified)
            #expect(empty > booked)
        }
    }

    @Test("dates an event by the newer of the session's change and the booking's")
    func stamp() throws {
        let session = try Made.session(changed: "2018-01-09 09:00")
        #expect(
            try lines(Made.booking(changed: "2018-01-10 10:00"), session).contains("LAST-MODIFIED:20180110T100000Z"))
        #expect(
            try lines(Made.booking(changed: "2018-01-08 10:00"), session).contains("LAST-MODIFIED:20180109T090000Z"))
    }

    @Test("follows the person's bookings from the database, and empties when they are given back")
    func whole() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Online hour", capacity: 1, online: "https://meet.example.org/x")
            let (first, second) = (try await week.actor("p1@example.org"), try await week.actor("p2@example.org"))
            let receipt = try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let calendar = PersonalCalendar(services: house.services)
            let mine = try await calendar.file(of: #require(first.person))
            let theirs = try await calendar.file(of: #require(second.person))
            #expect(mine.bytes.text.contains("https://meet.example.org/x"))
            #expect(!theirs.bytes.text.contains("meet.example.org"))
            #expect(theirs.bytes.lines.contains("SUMMARY:Waiting list (1): Online hour"))
            _ = try await house.services.booking.cancel(receipt.id, by: first)
            #expect(try await !calendar.file(of: #require(first.person)).bytes.text.contains("VEVENT"))
            let promoted = try await calendar.file(of: #require(second.person))
            #expect(promoted.bytes.text.contains("https://meet.example.org/x"))
            #expect(promoted.etag != theirs.etag)
        }
    }
}
