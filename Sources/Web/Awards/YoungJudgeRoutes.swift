import Domain
import Foundation
import HTML
import Hummingbird
import Services
import Synchronization

/// Young judges of a panel: seated, given cards, and told the number of the day. For staff and the panel's chair; the services decide.
struct YoungJudgeRoutes {
    let desk: AwardsDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.awards(.youngJudges("{scheme}", "{panel}")).route) { request, context in
            Response.page(try await page(context, FormFields(), [], done: try request.query()))
        }
        signedIn.post(SiteURL.awards(.youngJudges("{scheme}", "{panel}")).route) { request, context in
            try await seat(request, context)
        }
        signedIn.post(SiteURL.awards(.youngJudgePIN("{scheme}", "{panel}")).route) { request, context in
            let form = try await desk.site.form(request, context.web)
            let path = try path(context)
            let pin = Mutex<String?>(nil)
            _ = try await desk.site.once(form, request: "pin \(path.text)", by: context.actor) { work in
                let made = try await desk.awards.newPIN(for: path, by: context.actor, in: work)
                pin.withLock { $0 = made }
                return path.text
            }
            let page = YoungJudgePINPage(panel: path.part, pin: pin.withLock { $0 }, judges: address(path))
            return Response.page(PageLayout(frame("Today’s number", path, context)) { page })
        }
        signedIn.post(SiteURL.awards(.youngJudgeCard("{scheme}", "{panel}", "{judge}")).route) { request, context in
            let form = try await desk.site.form(request, context.web)
            let (path, judge) = (try path(context), try judge(context))
            let card = Mutex<String?>(nil)
            let name = try await desk.site.once(form, request: "card \(path.text) \(judge)", by: context.actor) {
                work in
                let made = try await desk.awards.renewCard(of: judge, on: path, by: context.actor, in: work)
                card.withLock { $0 = made.card }
                return made.name
            }
            return self.card(name, card.withLock { $0 }, path, context)
        }
        signedIn.post(SiteURL.awards(.youngJudgeWithdrawal("{scheme}", "{panel}", "{judge}")).route) {
            request, context in
            let form = try await desk.site.form(request, context.web)
            let (path, judge) = (try path(context), try judge(context))
            _ = try await desk.site.once(form, request: "end card \(path.text) \(judge)", by: context.actor) { work in
                try await desk.awards.withdrawCard(of: judge, on: path, by: context.actor, in: work)
                return "ended"
            }
            return Response.seeOther(address(path).adding("done", AwardsNotice.ended.rawValue))
        }
    }

    private func path(_ context: SignedInContext) throws -> AwardPath {
        AwardPath(scheme: try context.part("scheme").lowercased(), part: try context.part("panel").lowercased())
    }

    private func judge(_ context: SignedInContext) throws -> UUID {
        guard let id = UUID(uuidString: try context.part("judge")) else { throw AccessRefusal.notFound("young judge") }
        return id
    }

    private func address(_ path: AwardPath) -> WebAddress {
        SiteURL.awards(.youngJudges(path.scheme, path.part)).address
    }

    private func frame(_ title: String, _ path: AwardPath, _ context: SignedInContext) -> PageFrame {
        desk.frame(title, context, back: BackLink(text: "Young judges", address: address(path)))
    }

    private func page(
        _ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError], done: FormFields? = nil
    ) async throws -> PageLayout {
        let path = try path(context)
        let judges = try await desk.awards.youngJudges(of: path, by: context.actor)
        let page = YoungJudgesPage(
            scheme: try await desk.scheme(context), panel: path.part, judges: judges, typed: typed, errors: errors,
            formGuard: desk.site.formGuards(context.web))
        let back =
            context.person.schedules
            ? BackLink(text: "Panels", address: SiteURL.awards(.panels(path.scheme)).address)
            : BackLink(text: "Awards", address: SiteURL.awards(.home).address)
        return PageLayout(
            desk.frame("Young judges", context, back: back, errors: errors, done: done, wide: true)
        ) { page }
    }

    /// The answer holds the card, so it is no redirect. Sent again it seats nobody else, and the card is not shown again.
    private func seat(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await desk.site.form(request, context.web)
        let path = try path(context)
        let (name, supporter) = (form["name"] ?? "", form["supporter"] ?? "")
        // Who may not is told that, whatever the form says.
        _ = try await desk.awards.youngJudges(of: path, by: context.actor)
        guard let agreed = form["agreed"].flatMap(Consent.Capacity.init(rawValue:)) else {
            var errors = [FieldError(field: "agreed", message: "Choose who agreed.")]
            if name.allSatisfy(\.isWhitespace) {
                errors.insert(FieldError(field: "name", message: "Enter a chosen name."), at: 0)
            }
            return Response.page(try await page(context, form, errors), status: .unprocessableContent)
        }
        let card = Mutex<String?>(nil)
        do {
            _ = try await desk.site.once(
                form, request: "young \(path.text) \(name) \(supporter) \(agreed)", by: context.actor
            ) { work in
                let made = try await desk.awards.addYoungJudge(
                    name, to: path, supporter: supporter, agreedBy: agreed, asks: true, by: context.actor, in: work)
                card.withLock { $0 = made }
                return path.text
            }
            return self.card(name, card.withLock { $0 }, path, context)
        } catch let refusal as any Refusal where WebSite.isMendable(refusal) {
            let field = refusal is TextProblem ? "name" : "supporter"
            let errors = [FieldError(field: field, message: refusal.message)]
            return Response.page(try await page(context, form, errors), status: WebSite.status(refusal))
        }
    }

    private func card(_ name: String, _ card: String?, _ path: AwardPath, _ context: SignedInContext) -> Response {
        let page = YoungJudgeCardPage(
            name: name, card: card, address: SiteURL.judgingCard.absolute(desk.site.baseURL), judges: address(path))
        return Response.page(PageLayout(frame("The card", path, context)) { page })
    }
}
