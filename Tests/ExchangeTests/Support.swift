import Domain
import Foundation
import Services
import TestSupport

@testable import Exchange

/// Sessions and series made by hand, for what needs no database.
enum Made {
    static let settings = ServiceSettings(
        centre: "Centre for Professional Practice", baseURL: "https://practice.example.org",
        uidDomain: "uid.example.org",
        mailFrom: "practice@example.org", isPublic: true)

    static func events(now: String = "2018-01-15 09:00") throws -> SessionEvents {
        SessionEvents(settings: settings, now: try moment(now))
    }

    static func uuid(_ number: Int) -> UUID {
        UUID(uuid: (0xAB, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, UInt8(number / 256), UInt8(number % 256)))
    }

    static func session(
        _ number: Int = 1, title: String = "Group supervision", starts: String? = "2018-01-29 09:30", minutes: Int = 60,
        room: String? = "Room 1", site: String? = "Corbyn Road", online: Bool = false,
        state: Session.State = .scheduled,
        sequence: Int = 0, changed: String = "2018-01-10 12:00", description: String = "", series: Int? = nil,
        original: String? = nil
    ) throws -> Session {
        let begin = try starts.map(moment)
        return Session(
            id: ID(rawValue: number), publicID: uuid(number), reference: "PW18-\(padded(number, 3))", event: "week",
            eventTitle: "Practice Week 2018", eventState: .published, title: title, kind: "workshop", strand: nil,
            strandSlug: nil,
            description: description, startsAt: begin, endsAt: begin?.addingTimeInterval(Double(minutes) * 60),
            room: room,
            roomAccess: "", site: site, siteSlug: site.map(Slug.from), siteAddress: "", online: online, capacity: 12,
            taken: 0,
            waiting: 0, state: state, cancelReason: state == .cancelled ? "The boiler has failed" : nil,
            cancelledAt: state == .cancelled ? try moment(changed) : nil, sequence: sequence,
            changedAt: try moment(changed),
            createdAt: try moment("2018-01-02 09:00"), revision: 1, series: series.map { ID(rawValue: $0) },
            recurrenceID: try original.map(moment), facilitators: [], draft: nil)
    }

    /// The director's briefing: first Wednesdays of 2018, 09:30.
    static func briefing(count: Int? = nil) throws -> Series {
        Series(
            id: ID(rawValue: 1), publicID: uuid(900), event: "week", slug: "briefing", title: "Director's briefing",
            rule: "FREQ=MONTHLY;BYDAY=1WE", startsAt: try moment("2018-01-03 09:30"), minutes: 60,
            room: "Mary Stevens Park/Main Hall", capacity: 80, until: count == nil ? day("2018-12-31") : nil,
            count: count,
            facilitatorEmails: [])
    }

    static let firstWednesdays = [
        "2018-01-03", "2018-02-07", "2018-03-07", "2018-04-04", "2018-05-02", "2018-06-06", "2018-07-04", "2018-08-01",
        "2018-09-05", "2018-10-03", "2018-11-07", "2018-12-05",
    ]

    /// The briefing with an occurrence on every date, each as the series has it unless `change` says otherwise.
    static func released(count: Int? = nil, change: (Int, inout Session) throws -> Void = { _, _ in }) throws
        -> ReleasedSeries
    {
        let series = try briefing(count: count)
        let dates = firstWednesdays.prefix(count ?? 12)
        let occurrences = try dates.enumerated().map { index, date in
            var session = try session(
                index + 1, title: series.title, starts: "\(date) 09:30", room: "Main Hall", site: "Mary Stevens Park",
                series: 1, original: "\(date) 09:30")
            try change(index, &session)
            return session
        }
        return ReleasedSeries(
            series: series, expected: try dates.map { try moment("\($0) 09:30") }, occurrences: occurrences)
    }

    static func booking(
        _ state: BookingState = .confirmed, position: Int? = nil, sequence: Int = 0, at: String = "2018-01-08 10:00",
        changed: String? = nil
    ) throws -> Booking {
        Booking(
            id: uuid(500), session: "PW18-001", sessionTitle: "Group supervision",
            startsAt: try moment("2018-01-29 09:30"),
            person: "amara@example.org", personName: "Amara Example", team: nil, employer: nil, state: state,
            position: position,
            bookedAt: try moment(at), bookedBy: nil, passedOver: nil, sequence: sequence,
            changedAt: try changed.map(moment))
    }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }

    /// The content lines, unfolded.
    var lines: [String] {
        text.replacing("\r\n ", with: "").components(separatedBy: "\r\n").filter { !$0.isEmpty }
    }
}
