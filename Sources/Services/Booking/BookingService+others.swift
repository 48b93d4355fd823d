package import Domain
package import Foundation
import Store

/// Places of other people, for those who schedule. What is done to somebody's place takes a reason.
extension BookingService {
    package static let mostSteps = 200

    /// Books a place for somebody else, or a turn in the queue.
    package func book(
        _ reference: String, forSomebody person: String, because reason: String, key: String? = nil, by actor: Actor
    ) async throws -> BookingReceipt {
        try await requireScheduling(actor, to: "book for somebody else")
        guard !reason.allSatisfy(\.isWhitespace) else { throw TextProblem.missing("a reason") }
        return try await book(reference, for: person, reason: reason, key: key, by: actor)
    }

    /// Gives back somebody else's place or turn.
    package func cancelForSomebody(
        _ id: UUID, because reason: String, key: String? = nil, by actor: Actor
    ) async throws -> Booking {
        try await requireScheduling(actor, to: "cancel for somebody else")
        guard !reason.allSatisfy(\.isWhitespace) else { throw TextProblem.missing("a reason") }
        return try await cancel(id, reason: reason, key: key, by: actor)
    }

    /// One booking, whatever its state: one's own, or anybody's for those who schedule.
    package func booking(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> Booking {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        guard let found = try await house.read(BookingByID(actor, id: id), in: work).first else {
            throw AccessRefusal.notFound("booking")
        }
        return found.booking
    }

    /// What became of a session's bookings, newest first.
    package func history(of reference: String, by actor: Actor, in work: Work? = nil) async throws -> [BookingStep] {
        try await requireScheduling(actor, to: "see the history of bookings")
        let steps = StepsOfSession(actor, reference: reference.uppercased(), limit: Self.mostSteps)
        return try await house.read(steps, in: work)
    }

    private func requireScheduling(_ actor: Actor, to what: String) async throws {
        try await AccessService(house: house).require([.staff, .admin], actor, to: what)
    }
}
