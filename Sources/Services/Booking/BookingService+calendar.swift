package import Domain
package import Foundation
import Store

extension BookingService {
    /// When anything that a calendar tells of the actor's own bookings last changed, those given back included; nil when there
    /// never was one.
    package func newestChange(of actor: Actor, in work: Work? = nil) async throws -> Date? {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.read(NewestBookingChange(person), in: work).first
    }
}
