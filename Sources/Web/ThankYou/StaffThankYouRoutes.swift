import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// What waits to be read before it is on the thank-you wall, for staff.
struct StaffThankYouRoutes {
    let site: WebSite

    private var thankYou: ThankYouService { site.services.thankYou }

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.staffThankYou.route) { request, context in
            let query = try request.query()
            return Response.page(
                try await page(
                    context, state: query["state"].flatMap(ShoutOut.State.init(rawValue:)) ?? .waiting,
                    done: query["done"]))
        }
        staff.post(SiteURL.staffThankYouDecision("{shout}").route) { request, context in
            try await decide(request, context)
        }
    }

    private func page(
        _ context: SignedInContext, state: ShoutOut.State, done: String? = nil, errors: [FieldError] = [],
        refused: (id: UUID, reason: String)? = nil
    ) async throws -> PageLayout {
        var frame = site.frame("Thank-yous to read", context.web)
        frame.hasErrors = !errors.isEmpty
        switch done {
        case "shown": frame.banner = Banner(.success, "It is on the wall")
        case "declined": frame.banner = Banner(.success, "It is not shown, and its writer can read why")
        default: break
        }
        let page = StaffThankYouPage(
            state: state, counts: try await thankYou.counts(by: context.actor),
            shoutOuts: try await thankYou.queue(state, by: context.actor), refused: refused, errors: errors,
            formGuard: site.formGuards(context.web))
        return PageLayout(frame) { page }
    }

    private func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        guard let id = UUID(uuidString: try context.part("shout")) else { throw AccessRefusal.notFound("thank-you") }
        let answer = form["answer"] ?? ""
        let reason = form["reason-\(id)"] ?? ""
        do {
            let done = try await site.once(form, request: "thanks \(id) \(answer) \(reason)", by: context.actor) {
                work in
                switch answer {
                case "show":
                    try await thankYou.approve(id, by: context.actor, in: work)
                    return "shown"
                default:
                    try await thankYou.decline(id, reason: reason, by: context.actor, in: work)
                    return "declined"
                }
            }
            return Response.seeOther(SiteURL.staffThankYou.address.adding("done", done))
        } catch let refusal as any Refusal where refusal.kind == .unprocessable || refusal is ThankYouRefusal {
            let errors = [FieldError(field: "reason-\(id)", message: refusal.message)]
            let state: ShoutOut.State = form["of"] == ShoutOut.State.shown.rawValue ? .shown : .waiting
            return Response.page(
                try await page(context, state: state, errors: errors, refused: (id, reason)),
                status: ErrorAnswer(refusal).status)
        }
    }
}

/// What waits, what is on the wall and what was declined, each with what can be done.
struct StaffThankYouPage: Component {
    var state: ShoutOut.State
    var counts: ShoutOutCounts
    var shoutOuts: [ShoutOut]
    /// The one whose decision was refused, with the reason as typed.
    var refused: (id: UUID, reason: String)?
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Thank-yous to read")
        P {
            AdminWords.counted(counts.waiting, "waits", "wait", none: "None waits") + ", "
            AdminWords.counted(counts.shown, "is", "are", none: "none is") + " "
            A("on the wall", href: SiteURL.thankYou.address)
            ", " + AdminWords.counted(counts.declined, "was declined.", "were declined.", none: "none was declined.")
        }
        Nav(.class("view-switch"), .aria(.label, "Which to see")) {
            Ul {
                for (title, kind) in [
                    ("Waiting", ShoutOut.State.waiting), ("On the wall", .shown), ("Declined", .declined),
                ] {
                    Li {
                        A(
                            title, href: SiteURL.staffThankYou.address.adding("state", kind.rawValue),
                            .aria(.current, kind == state ? "page" : nil))
                    }
                }
            }
        }
        if shoutOuts.isEmpty {
            EmptyState(state == .waiting ? "Nothing waits to be read" : "There are none")
        } else {
            Ul(.class("session-list__items")) { for shoutOut in shoutOuts { Li { open(shoutOut) } } }
        }
    }

    private func open(_ shoutOut: ShoutOut) -> Markup {
        let field = "reason-\(shoutOut.id)"
        let decision = SiteURL.staffThankYouDecision(shoutOut.id.uuidString.lowercased()).address
        return Markup {
            Article(.class("card card--stacked")) {
                H2(.class("card__title")) {
                    "To "
                    Bdi(shoutOut.to == .everyone ? "everyone" : shoutOut.to.name)
                }
                Div { Paragraphs(shoutOut.words) }
                P(.class("hint")) {
                    "From "
                    Bdi(shoutOut.writtenBy)
                    ", \(AdminWords.moment(shoutOut.writtenAt))"
                    if let title = shoutOut.eventTitle { ", about \(title)" }
                }
                if let reason = shoutOut.declineReason {
                    P {
                        "Declined: "
                        Bdi(reason)
                    }
                }
                if shoutOut.isOwn {
                    P("You wrote this one, so somebody else decides about it.")
                } else if shoutOut.state != .declined {
                    if shoutOut.state == .waiting {
                        PostForm(to: decision, guard: formGuard(), isInline: true) {
                            ActionButton(
                                "Put it on the wall", subject: "to \(shoutOut.to.name)", sends: ("answer", "show"))
                        }
                    }
                    Disclosure(
                        shoutOut.state == .waiting ? "Decline it" : "Take it down", isOpen: refused?.id == shoutOut.id
                    ) {
                        PostForm(to: decision, guard: formGuard()) {
                            Input(.hidden, name: "of", .value(shoutOut.state.rawValue))
                            TextField(
                                name: field, label: "Why", hint: "The writer reads it.",
                                value: refused?.id == shoutOut.id ? refused?.reason ?? "" : "",
                                error: errors.message(for: field))
                            ActionButton(
                                shoutOut.state == .waiting ? "Decline" : "Take it down", .secondary,
                                subject: "to \(shoutOut.to.name)", sends: ("answer", "decline"))
                        }
                    }
                }
            }
        }
    }
}
