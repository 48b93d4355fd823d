package import Domain
package import Foundation
import Postgres
import Store

/// One row of a file of bookings, with what only the file knows.
package struct ImportedBooking: Sendable, Equatable {
    package let session: String
    package let person: String
    /// Confirmed or waiting.
    package let state: BookingState
    package let position: Int?
    package let bookedAt: Date?

    package init(session: String, person: String, state: BookingState, position: Int?, bookedAt: Date?) {
        self.session = session
        self.person = person
        self.state = state
        self.position = position
        self.bookedAt = bookedAt
    }
}

/// What became of an imported booking.
package enum ImportedBookingOutcome: Sendable, Equatable {
    case made(BookingReceipt)
    /// The person has that booking already.
    case unchanged
}

/// Why an imported booking cannot be as the file has it.
package enum ImportedBookingRefusal: Refusal, Equatable {
    case notReleased(String)
    case full(session: String, capacity: Int)
    case placeFree(String)
    case otherState(BookingState)

    package var code: String {
        switch self {
        case .notReleased: "not_released"
        case .full: "session_full"
        case .placeFree: "place_free"
        case .otherState: "already_booked"
        }
    }

    package var kind: RefusalKind { .conflict }

    package var message: String {
        switch self {
        case .notReleased(let reference):
            "\(reference) has not been released, so nobody can have a place yet. Release its event first."
        case .full(let session, let capacity):
            "\(session) has \(capacity == 1 ? "1 place, which is" : "\(capacity) places, and all are") taken, so this one cannot be confirmed."
        case .placeFree(let session): "\(session) has a place free, so nobody can be waiting for it."
        case .otherState(let state):
            "This person is already \(state.rawValue) on that session. Change the booking itself; an import adds only."
        }
    }
}

extension BookingService {
    /// Takes bookings over as history: no window, no messages, whoever they are for. One answer for each row, in the rows'
    /// order. The confirmed ones are placed first, in that order; then the waiting, by position and by when they were booked.
    package func importBookings(
        _ rows: [ImportedBooking], by actor: Actor, in work: Work? = nil
    ) async throws -> [Result<ImportedBookingOutcome, any Error>] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "import bookings")
            let references = Array(Set(rows.map { $0.session.uppercased() })).sorted()
            let emails = Array(Set(rows.map { $0.person.lowercased() })).sorted()
            let (found, people) = try await work.transaction.run(SessionKeys(references), PersonKeys(emails: emails))
            let sessions = Dictionary(found.map { ($0.reference, $0.id) }, uniquingKeysWith: { first, _ in first })
            let persons = Dictionary(people.map { ($0.email, $0.id) }, uniquingKeysWith: { first, _ in first })
            var answers: [Result<ImportedBookingOutcome, any Error>] = Array(
                repeating: .success(.unchanged), count: rows.count)
            var queues: [ID<Session>: [(row: Int, request: BookingRequest)]] = [:]
            for (index, row) in rows.enumerated() {
                let reference = row.session.uppercased()
                let email = row.person.lowercased()
                guard let session = sessions[reference] else {
                    answers[index] = .failure(
                        PeopleRefusal.nothingNamed(kind: "session", name: String(row.session.prefix(40)), near: []))
                    continue
                }
                guard let person = persons[email] else {
                    answers[index] = .failure(
                        PeopleRefusal.nothingNamed(kind: "person", name: String(email.prefix(120)), near: []))
                    continue
                }
                let request = BookingRequest(
                    session: session, reference: reference, person: person, email: email, actor: actor, reason: nil,
                    key: nil,
                    requestHash: [], id: house.outside.uuid())
                queues[session, default: []].append((index, request))
            }
            // Dates that were shifted with a whole seed may lie ahead; nobody has booked tomorrow.
            let now = house.outside.now()
            let order = queues.keys.sorted()
            let everybody = Array(Set(queues.values.flatMap { $0.map(\.request.person) })).sorted()
            _ = try await work.transaction.run(LockSessions(order), LockPeople(everybody))
            for session in order {
                let queue = Self.inTurn(queues[session] ?? [], rows)
                let batch = BookingBatch(
                    house: house, session: session, requests: queue.map(\.request), imported: true,
                    bookedAt: queue.map { rows[$0.row].bookedAt.map { min($0, now) } }, action: "booking.import")
                for (entry, answer) in zip(queue, try await batch.perform(in: work.transaction)) {
                    answers[entry.row] = try await outcome(answer, rows[entry.row], session, work)
                }
            }
            work.touch()
            return try await named(answers, work)
        }
    }

    /// The same answers, with what stands in the way called by title, time and room.
    private func named(
        _ answers: [Result<ImportedBookingOutcome, any Error>], _ work: Work
    ) async throws -> [Result<ImportedBookingOutcome, any Error>] {
        let refusals = answers.compactMap { answer -> BookingRefusal? in
            if case .failure(let refusal as BookingRefusal) = answer { refusal } else { nil }
        }
        let others = Set(refusals.flatMap(\.others))
        guard !others.isEmpty else { return answers }
        let names = try await ProgrammeService(house: house).names(of: others.sorted(), in: work)
        return answers.map { answer in
            guard case .failure(let refusal as BookingRefusal) = answer else { return answer }
            return .failure(refusal.naming(names, forSomebody: true))
        }
    }

    private static func inTurn(
        _ queue: [(row: Int, request: BookingRequest)], _ rows: [ImportedBooking]
    ) -> [(row: Int, request: BookingRequest)] {
        queue.sorted { left, right in
            let (one, other) = (rows[left.row], rows[right.row])
            if (one.state == .waiting) != (other.state == .waiting) { return other.state == .waiting }
            guard one.state == .waiting else { return left.row < right.row }
            if (one.position ?? .max) != (other.position ?? .max) {
                return (one.position ?? .max) < (other.position ?? .max)
            }
            let (first, second) = (one.bookedAt ?? .distantFuture, other.bookedAt ?? .distantFuture)
            return first == second ? left.row < right.row : first < second
        }
    }

    private func outcome(
        _ answer: BookingBatch.Answer, _ row: ImportedBooking, _ session: ID<Session>, _ work: Work
    ) async throws -> Result<ImportedBookingOutcome, any Error> {
        switch answer {
        case .success(let receipt) where receipt.state == row.state: return .success(.made(receipt))
        case .success where row.state == .waiting: return .failure(ImportedBookingRefusal.placeFree(row.session))
        case .success:
            let capacity = try await work.transaction.first(SessionFactsStatement(session))?.capacity ?? 0
            return .failure(ImportedBookingRefusal.full(session: row.session, capacity: capacity))
        case .failure(BookingRefusal.alreadyBooked(let state)):
            return state == row.state ? .success(.unchanged) : .failure(ImportedBookingRefusal.otherState(state))
        case .failure(AccessRefusal.notFound): return .failure(ImportedBookingRefusal.notReleased(row.session))
        case .failure(let error): return .failure(error)
        }
    }
}
