package import Domain
import Store

extension BookingService {
    /// Whether the actor has the register of a session because they lead it: from the draft on, until a fortnight after.
    package func leads(_ reference: String, _ actor: Actor, in work: Work? = nil) async throws -> Bool {
        guard actor.person != nil else { return false }
        return try await house.read(MayListBookings(actor, reference: reference.uppercased()), in: work).first?.leads
            ?? false
    }
}
