import Domain
import HTML
import Hummingbird
import Services

/// Taking back, in the browser, what one did last to sessions.
struct UndoRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.post(SiteURL.planUndo.route) { request, context in
            try desk.requireSchedules(context, to: "undo this")
            let form = try await desk.site.form(request, context.web)
            let entries = (form["entries"] ?? "").split(separator: " ").prefix(500).compactMap { wholeNumber($0) }
            let offer = try await desk.site.services.undo.offer(by: context.actor)
            let back = PlanDesk.way(form, otherwise: SiteURL.staff.address)
            do {
                _ = try await desk.once(form, request: "undo \(entries)", context) { work in
                    try await desk.site.services.undo.undo(entries, by: context.actor, in: work).joined(separator: " ")
                }
            } catch let refusal as any Refusal {
                return Response.page(page(refusal, context, back), status: PlanDesk.status(refusal))
            }
            let notice: PlanNotice = offer?.action == "session.cancel" ? .restored : .undone
            return Response.seeOther(back.adding("done", notice.rawValue))
        }
    }

    private func page(_ refusal: any Refusal, _ context: SignedInContext, _ back: WebAddress) -> PageLayout {
        PageLayout(desk.frame("That could not be undone", context)) {
            MessagePage("That could not be undone") {
                P(refusal.message)
                P { A("Go back to the plan", href: back) }
            }
        }
    }
}
