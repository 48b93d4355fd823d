package import Domain
package import Hummingbird
package import Services

/// A request by somebody who is signed in. Making one from a visitor's request is refused, so a route that takes this
/// context needs no check of its own.
package struct SignedInContext: ChildRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let web: WebContext
    package let person: SignedIn

    package init(context: WebContext) throws {
        guard let person = context.person else { throw AccessRefusal.signInFirst }
        coreContext = context.coreContext
        web = context
        self.person = person
    }

    package var actor: Actor { person.actor(web.door) }

    package func part(_ name: String) throws -> String {
        var web = web
        web.coreContext = coreContext
        return try web.part(name)
    }
}
