import Domain
import Foundation
import Testing

@Suite("The rule of booking")
struct BookingDecisionTests {
    private func session(capacity: Int = 1, taken: Int = 0) -> SessionFacts {
        let now = Date(timeIntervalSince1970: 1_516_000_000)
        return SessionFacts(
            reference: "PW18-001", isCancelled: false, eventIsOpen: true, startsAt: now.addingTimeInterval(3600),
            closesAt: now.addingTimeInterval(3600), capacity: capacity, taken: taken, waiting: 0, now: now)
    }

    private let person = CandidateFacts(hasLeft: false, liveState: nil, isAdmitted: true, wantsFirst: nil, clashes: [])

    @Test("People asked about one after the other take the places and then queue up")
    func inTurn() {
        var facts = session(capacity: 2)
        let decisions = (0..<4).map { _ in BookingDecision.decide(person, in: &facts) }
        #expect(decisions == [.confirm, .confirm, .wait, .wait])
        #expect(facts.taken == 2)
        #expect(facts.waiting == 2)
    }

    @Test("A refusal counts no place")
    func refusalCountsNothing() {
        var facts = session()
        var other = person
        other.isAdmitted = false
        #expect(BookingDecision.decide(other, in: &facts) == .refuse(.notForYou("PW18-001")))
        #expect(facts.taken == 0)
    }

    @Test("Whoever only reads the programme is told that, and not that it is for other people")
    func onlyReads() {
        var facts = session()
        var councillor = person
        councillor.isAdmitted = false
        councillor.onlyReads = true
        #expect(BookingDecision.decide(councillor, in: &facts) == .refuse(.onlyReads("PW18-001")))
        councillor.isAdmitted = true
        #expect(BookingDecision.decide(councillor, in: &facts) == .confirm)
    }

    @Test("The reasons come in an order that helps: cancelled before closed, audience before clash")
    func order() {
        var facts = session()
        facts.isCancelled = true
        facts.startsAt = facts.now
        #expect(BookingDecision.decide(person, in: &facts) == .refuse(.sessionCancelled("PW18-001")))
        facts = session()
        var other = person
        other.isAdmitted = false
        other.clashes = ["PW18-002"]
        #expect(BookingDecision.decide(other, in: &facts) == .refuse(.notForYou("PW18-001")))
    }

    @Test("What is in the way is named by title and time, and by its reference alone where no more is known")
    func named() throws {
        let name = SessionName(
            reference: "PW18-002", title: "Level one", startsAt: Date(timeIntervalSince1970: 1_517_218_200),
            endsAt: Date(timeIntervalSince1970: 1_517_221_800))
        let refusal = BookingRefusal.clashes([.only("PW18-002"), .only("PW18-003")])
        #expect(
            refusal.naming(["PW18-002": name], forSomebody: true).message
                == "This is at the same time as “Level one” (PW18-002, Monday 29 January, 9:30am to 10:30am) and PW18-003, where this person has a place or leads."
        )
    }

    @Test("Booking closes at its moment, not after it")
    func closes() {
        var facts = session()
        facts.closesAt = facts.now
        #expect(BookingDecision.decide(person, in: &facts) == .refuse(.bookingClosed("PW18-001")))
    }

    @Test(
        "Why somebody was passed over is told with titles as far as they are known, and the rest as it is kept",
        arguments: [
            ("clashes with PW18-002, PW18-003", "clashes with “Level one” (PW18-002, \(Self.spoken)) and PW18-003"),
            ("needs PW18-002 first", "needs “Level one” (PW18-002, \(Self.spoken)) first"),
            ("needs  first", "needs  first"), ("clashes with ", "clashes with "), ("has left", "has left"),
        ])
    func inWords(_ kept: String, _ told: String) throws {
        let name = SessionName(
            reference: "PW18-002", title: "Level one", startsAt: try Self.at("2018-01-29 09:30"),
            endsAt: try Self.at("2018-01-29 10:30"), place: "Corbyn Road, Room 1")
        #expect(PassedOver.inWords(kept, ["PW18-002": name]) == told)
    }

    private static let spoken = "Monday 29 January, 9:30am to 10:30am, Corbyn Road, Room 1"

    private static func at(_ text: String) throws -> Date { try DateEntry.moment(text, today: Day(number: 0)) }

    @Test("Whoever waits is passed over only for a reason that can be told")
    func passOver() {
        #expect(BookingDecision.reasonToPassOver(person) == nil)
        var other = person
        other.clashes = ["PW18-002", "PW18-003"]
        #expect(BookingDecision.reasonToPassOver(other) == "clashes with PW18-002, PW18-003")
    }
}

@Suite("What a release changes")
struct ReleaseChangeTests {
    private let content = ReleasedContent(
        title: "MI", kind: "workshop", strand: nil, description: "",
        startsAt: Date(timeIntervalSince1970: 1_517_218_200),
        endsAt: Date(timeIntervalSince1970: 1_517_221_800), room: "Corbyn Road/Room 1", online: false, capacity: 12,
        facilitators: [],
        cancelled: false)

    @Test("Nothing changed is no row")
    func same() {
        #expect(ReleasedContent.differences(reference: "PW18-001", booked: 3, from: content, to: content).isEmpty)
    }

    @Test("Each field that people care about has its own word")
    func words() {
        var new = content
        new.startsAt += 3600
        new.endsAt += 3600
        new.room = "Corbyn Road/Room 2"
        new.title = "MI level 1"
        new.capacity = 10
        new.facilitators = ["a@example.org"]
        new.description = "New words"
        let kinds = ReleasedContent.differences(reference: "PW18-001", booked: 3, from: content, to: new).map(\.kind)
        #expect(kinds == [.retimed, .moved, .retitled, .refacilitated, .recapacitated, .reworded])
    }

    @Test("A session cancelled before it was ever released is no change")
    func cancelledDraft() {
        var new = content
        new.cancelled = true
        #expect(ReleasedContent.differences(reference: "PW18-001", booked: 0, from: nil, to: new).isEmpty)
        #expect(
            ReleasedContent.differences(reference: "PW18-001", booked: 0, from: content, to: new).map(\.kind) == [
                .cancelled
            ])
    }
}

@Suite("Audiences")
struct AudienceTests {
    @Test("What is printed is read back")
    func roundTrip() throws {
        let rules: [Audience.Rule] = [
            .role(.manager), .team("MASH Assessment"), .employer("A; B".replacing("; ", with: " ")), .after("PW18-003"),
            .service("Early Help"),
        ]
        #expect(Set(try Audience.parse(Audience.print(rules))) == Set(rules))
        #expect(try Audience.parse("everyone").isEmpty)
    }

    @Test("What cannot be read is named", arguments: ["managers", "role:boss", "team:", "x:y"])
    func unreadable(_ text: String) {
        #expect(throws: ProgrammeRefusal.audienceUnreadable(text)) { try Audience.parse(text) }
    }
}

@Suite("Codes of events")
struct SlugTests {
    @Test("A code is the initials and the year")
    func code() {
        #expect(Slug.code(for: "practice-week-2018", year: 2018) == "PW18")
        #expect(Slug.code(for: "2018", year: 2018) == "E18")
        #expect(Slug.code(for: "pw18", year: 2018) == "PW18")
    }

    @Test(
        "Names become addresses",
        arguments: [("Corbyn Road", "corbyn-road"), ("  Café  d’Été ", "cafe-d-ete"), ("///", "")])
    func slug(_ pair: (String, String)) {
        #expect(Slug.from(pair.0) == pair.1)
    }
}
