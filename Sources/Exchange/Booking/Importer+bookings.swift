import CSV
import Domain
import Services

extension Importer {
    /// Bookings are taken over together: those of one session are decided in one go, the confirmed before the waiting.
    func bookings(_ table: inout ImportTable) async throws {
        var sessions = NameIndex(
            "session",
            try await services.programme.drafts(event: event, by: actor, in: work).map { ($0.reference, $0.reference) })
        var emails = try await emails()
        var seen: [String: Int] = [:]
        var good: [(record: CSVRecord, booking: ImportedBooking)] = []
        try await table.each { row, _ in
            let session = row.known("session", in: &sessions, required: true)
            let person = row.known("person_email", in: &emails, required: true)
            let state = bookingState(&row)
            let position = row.number("position", in: 1...1_000_000)
            let bookedAt = row.moment("booked_at", seconds: true)
            if let session, let person {
                row.claim("\(session) \(person)", "person_email", in: &seen, "This person's booking")
            }
            guard row.isGood, let session, let person, let state else { return nil }
            good.append(
                (
                    row.record,
                    ImportedBooking(
                        session: session, person: person, state: state, position: position, bookedAt: bookedAt)
                ))
            return nil
        }
        let answers = try await services.booking.importBookings(good.map(\.booking), by: actor, in: work)
        for (entry, answer) in zip(good, answers) {
            var row = table.begin(entry.record)
            switch answer {
            case .success(.made): table.finish(row, .added)
            case .success(.unchanged): table.finish(row, .unchanged)
            case .failure(let refusal as any Refusal):
                row.refuse(refusal)
                table.finish(row, nil)
            case .failure(let error): throw error
            }
        }
    }

    private func bookingState(_ row: inout ImportRow) -> BookingState? {
        guard let text = row.text("state") else { return .confirmed }
        switch BookingState(rawValue: text.lowercased()) {
        case .confirmed: return .confirmed
        case .waiting: return .waiting
        case .requested, .offered, .declined, .lapsed, .cancelled, .substituted:
            row.refuse("state", "Only confirmed and waiting bookings can be imported.")
        case nil: row.refuse("state", "A booking to import is confirmed or waiting.")
        }
        return nil
    }
}
