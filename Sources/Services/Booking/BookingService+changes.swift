package import Domain
import Store

extension BookingService {
    /// What the programme said of a session when somebody booked it, and what it says now.
    package struct Change: Sendable {
        package let before: ReleasedContent
        package let after: ReleasedContent
    }

    /// The actor's own bookings whose session has changed since, by its reference.
    package func changesSinceBooked(
        _ reference: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> [String: Change] {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        let rows = try await house.read(ChangesSinceBooked(person, reference: reference?.uppercased()), in: work)
        return Dictionary(
            rows.filter { $0.before != $0.after }.map {
                ($0.reference, Change(before: $0.before, after: $0.after))
            }, uniquingKeysWith: { first, _ in first })
    }
}
