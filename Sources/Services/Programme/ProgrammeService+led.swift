package import Domain
import Store

extension ProgrammeService {
    /// The released sessions that the actor leads, until a fortnight after each, soonest first.
    package func led(by actor: Actor, in work: Work? = nil) async throws -> [Session] {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.read(SessionsLed(person), in: work)
    }
}
