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
        if person.judgesByCard, !Self.isForYoungJudges(context.endpointPath ?? "") {
            throw AccessRefusal.notAllowed("see this page: with a card one judges")
        }
        coreContext = context.coreContext
        web = context
        self.person = person
    }

    /// Judging and its meeting. A card and a number keep no secret beyond that room.
    private static func isForYoungJudges(_ route: String) -> Bool {
        route.hasPrefix("/judging") || route.hasPrefix("/awards/schemes/{scheme}/meetings/")
    }

    var actor: Actor { person.actor(web.door) }

    func part(_ name: String) throws -> String {
        var web = web
        web.coreContext = coreContext
        return try web.part(name)
    }
}
