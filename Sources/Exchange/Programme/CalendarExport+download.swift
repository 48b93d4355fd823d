package import Domain
package import Foundation
import ICalendar
import Services

extension CalendarExport {
    /// One line of what a calendar holds.
    package struct Entry: Sendable, Equatable {
        package let title: String
        package let startsAt: Date?
        package let place: String?
        /// Whether it stands for further dates as well.
        package let repeats: Bool
    }

    /// What a file holds, by time; read from its own bytes, so that what is shown is what goes out.
    package static func entries(of file: CalendarFile) -> [Entry] {
        guard let calendar = try? ICalendarReader().read(file.bytes).calendar else { return [] }
        let entries = calendar.events.map { event in
            Entry(
                title: event.summary, startsAt: event.start.instant, place: event.location,
                repeats: event.recurrence != nil || !event.additions.isEmpty)
        }
        return entries.sorted { ($0.startsAt ?? .distantFuture, $0.title) < ($1.startsAt ?? .distantFuture, $1.title) }
    }

    /// A file for somebody who says what for: made and recorded in one transaction.
    package func download(
        _ selector: CalendarSelector, because reason: String, by actor: Actor
    ) async throws -> CalendarFile {
        try await services.work { work in
            let file = try await file(selector, by: actor, in: work)
            try await services.files.calendarSentOut(
                of: try await key(selector, actor, work), because: reason, by: actor, in: work)
            return file
        }
    }

    /// What the record calls it: never a person's name or address.
    private func key(_ selector: CalendarSelector, _ actor: Actor, _ work: Work) async throws -> String {
        switch selector {
        case .event(let slug): "event:\(try await event(slug, actor, work))"
        case .session(let reference): "session:\(reference.uppercased())"
        case .room(let printed): "room:\(printed)"
        case .site(let name): "site:\(try await site(name, actor, work))"
        case .person(let email): "person:\(try await person(email, actor, work).id)"
        }
    }
}
