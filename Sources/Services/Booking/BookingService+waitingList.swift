import Domain
import Postgres
import Store

extension BookingService {
    /// The most waiting people looked at in one transaction.
    static let headOfQueue = 200

    /// Gives free places to those who wait, in order, straight to confirmed. Whoever cannot take one keeps their turn and has
    /// the reason stored. The caller holds the session's lock.
    @discardableResult
    func promote(in session: ID<Session>, by actor: Actor, _ work: Work) async throws -> Int {
        try await BookingBatch.promote(in: session, by: actor, house: house, work.transaction)
    }

    func move(
        _ bookings: [BookingByID.Found], reason: String?, _ actor: Actor, _ work: Work,
        action: String = "booking.cancel"
    ) async throws {
        let moves = bookings.map {
            MoveBookings.Move(
                booking: $0.key, from: $0.booking.state, to: .cancelled, reason: reason, template: .bookingCancelled,
                action: action)
        }
        _ = try await work.transaction.run(MoveBookings(moves, by: actor, uidDomain: house.settings.uidDomain))
    }

    /// Gives back several places at once, each to the first who waits. Answers how many.
    func release(_ bookings: [Booking], reason: String, by actor: Actor, _ work: Work) async throws -> Int {
        let trusted = Actor(.system, channel: actor.channel)
        var found: [BookingByID.Found] = []
        for booking in bookings {
            found += try await work.transaction.run(BookingByID(trusted, id: booking.id))
        }
        let sessions = Array(Set(found.map(\.session))).sorted()
        try await work.transaction.run(LockSessions(sessions))
        var live: [BookingByID.Found] = []
        for booking in found {
            live += try await work.transaction.run(BookingByID(trusted, id: booking.booking.id)).filter {
                $0.booking.state.isLive
            }
        }
        guard !live.isEmpty else { return 0 }
        try await move(live, reason: reason, actor, work)
        for session in sessions { try await promote(in: session, by: actor, work) }
        work.touch()
        return live.count
    }
}
