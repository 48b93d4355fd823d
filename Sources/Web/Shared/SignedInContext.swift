import Domain
import Hummingbird
import Services

/// A request by somebody who is signed in. Making one from a visitor's request is refused, so a route that takes this
/// context needs no check of its own.
struct SignedInContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let web: WebContext
    let person: SignedIn

    init(context: WebContext) throws {
        guard let person = context.person else { throw AccessRefusal.signInFirst }
        coreContext = context.coreContext
        web = context
        self.person = person
    }

    var actor: Actor { person.actor(web.door) }

    func part(_ name: String) throws -> String {
        var web = web
        web.coreContext = coreContext
        return try web.part(name)
    }
}
