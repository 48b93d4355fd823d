package import Domain
import Store

extension AccessService {
    /// Refuses unless the actor holds one of the roles, by the database's word at this moment.
    package func require(_ roles: [Role], _ actor: Actor, to what: String, in work: Work? = nil) async throws {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        guard try await house.read(ActorHolds(actor, roles), in: work).first?.allowed == true else {
            throw AccessRefusal.notAllowed(what)
        }
    }
}
