import Foundation
import ICalendar

/// A calendar of 10,000 events written by our library and by libical, the best of seven rounds each. Both have the same
/// properties in every event, and neither is timed while it builds them.
struct CalendarFigure {
    static let events = 10_000
    static let rounds = 7

    /// The C program that writes libical's.
    let program: String

    func measure(into table: Table) throws {
        let calendar = try Self.calendar()
        let before = try libical()
        var best = Double.infinity
        var octets = 0
        for _ in 0..<Self.rounds {
            let began = ContinuousClock.now
            octets = ICalendarWriter.bytes(of: calendar).count
            best = min(best, (ContinuousClock.now - began) / .seconds(1))
        }
        let theirs = min(before.seconds, try libical().seconds)
        say(
            "calendar: ours \(text(best * 1000, 1)) ms for \(octets) octets, libical \(text(theirs * 1000, 1)) ms for \(before.octets)"
        )
        try table.add(
            "calendar of 10,000 events written", ours: "\(text(best * 1000, 1)) ms",
            against: "libical \(text(theirs * 1000, 1)) ms",
            ratio: theirs / best, target: 1)
    }

    private func libical() throws -> (octets: Int, seconds: Double) {
        // events 10000 octets 9876543 seconds 0.123456
        let words = try ran(program, ["\(Self.events)", "\(Self.rounds)"]).split(whereSeparator: \.isWhitespace)
        guard words.count == 6, let octets = Int(words[3]), let seconds = Double(words[5]) else {
            throw Failure("\(program) did not say how long it took")
        }
        return (octets, seconds)
    }

    private static let description = """
        A two-hour workshop on hearing children and young people in assessment and planning; direct work, observation and \
        recording.
        Bring an example from your own practice, without names, dates of birth or case numbers.

        Facilitators: the practice development team. Café open from 09:00; step-free access by the north door, \
        hearing loop in every room.
        """

    private static func calendar() throws -> ICalendarObject {
        let events = try (0..<events).map { index in
            let (month, day) = (1 + index % 12, 1 + index % 28)
            func local(_ hour: Int, _ minute: Int) throws -> CalendarDateTime {
                guard let time = CalendarDateTime(year: 2026, month: month, day: day, hour: hour, minute: minute) else {
                    throw Failure("no such time")
                }
                return time
            }
            func utc(_ hour: Int) throws -> Date {
                let time = try local(hour, 15)
                return Date(timeIntervalSince1970: Double(time.day.epochDay * 86_400 + Int(time.secondOfDay)))
            }
            let number = String(format: "%08x", index)
            var event = CalendarEvent(
                uid: "\(number)-6c1f-4e0a-9d5e-0123456789ab@practiceweek.example", stamp: try utc(8),
                start: .london(try local(9, 30)), end: .at(.london(try local(11, 30))),
                summary: "Voice of the child: direct work, session \(index)")
            event.created = try utc(7)
            event.lastModified = try utc(8)
            event.sequence = index % 7
            event.status = .confirmed
            event.description = description
            event.location = "Training room 2, Corbyn Road"
            event.position = CalendarPosition(latitude: 52.512255, longitude: -2.081112)
            event.url = "https://practiceweek.example/sessions/PW26-\(String(format: "%05d", index))"
            event.categories = ["Voice of the child"]
            event.transparency = .busy
            event.organiser = CalendarOrganiser(
                email: "practice@council.example", name: "Centre for Professional Practice")
            return event
        }
        return ICalendarObject(productID: "-//Council//Practice Week 1.0//EN", events: events)
    }
}
