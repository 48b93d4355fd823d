import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Answering an invitation from its mail, without signing in. Opening it changes nothing, as mail programs open addresses by themselves.
struct InvitationRoutes {
    let site: WebSite

    private var guests: GuestService { site.services.guests }

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.guests(.reply("{token}")).route) { request, context in
            let invitation = try await guests.invitation(try context.part("token"))
            return try await answer(invitation, nil, [], context, thanked: try request.query()["done"] != nil)
        }
        pages.post(SiteURL.guests(.reply("{token}")).route) { request, context in try await take(request, context) }
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let token = try context.part("token")
        let invitation = try await guests.invitation(token)
        let form = try await site.form(request, context)
        var errors: [FieldError] = []
        guard !invitation.ceremony.hasBegun else {
            return try await answer(invitation, nil, [], context, .conflict)
        }
        let party = invitation.guest.party
        var coming = 0
        switch form["coming"] {
        case "yes":
            let typed = form["people"] ?? (party == 1 ? "1" : "")
            coming = wholeNumber(typed) ?? 0
            if !(1...party).contains(coming) {
                errors.append(FieldError(field: "people", message: GuestRefusal.comingOutOfRange(party).message))
            }
        case "no": break
        default: errors.append(FieldError(field: "coming", message: GuestRefusal.replyMissing.message))
        }
        let isComing = form["coming"] == "yes"
        let needs =
            isComing ? GuestNeedsFields.read(form, party: max(1, min(coming, party)), &errors) : GuestNeeds()
        guard errors.isEmpty else { return try await answer(invitation, form, errors, context, .unprocessableContent) }
        let reply = GuestReply(coming: coming, needs: needs)
        let told = "\(coming) \(needs.dietWords)|\(needs.accessWords)"
        do {
            _ = try await site.once(form, request: "reply \(token) \(told)", by: context.actor) { work in
                try await guests.reply(reply, at: token, by: context.actor, in: work)
                return ""
            }
            return Self.secret(Response.seeOther(SiteURL.guests(.reply(token)).address.adding("done", "yes")))
        } catch let refusal as GuestRefusal {
            let error = FieldError(field: "coming", message: refusal.message)
            return try await answer(invitation, form, [error], context, ErrorAnswer(refusal).status)
        }
    }

    private func answer(
        _ invitation: Invitation, _ typed: FormFields?, _ errors: [FieldError], _ context: WebContext,
        _ status: HTTPResponse.Status = .ok, thanked: Bool = false
    ) async throws -> Response {
        _ = try await site.isDemo()
        let token = try context.part("token")
        var context = context
        let cookies = context.person == nil ? site.knowBrowser(&context) : []
        var frame = site.frame("Your invitation", context)
        frame.visitor = context.person == nil ? .unknown : frame.visitor
        frame.navigation = context.person == nil ? [] : frame.navigation
        frame.hasErrors = !errors.isEmpty
        if thanked, invitation.guest.repliedAt != nil {
            frame.banner = Banner(.success, "Thank you, we have your answer") {
                P("You can change it here until it begins.")
            }
        }
        let page = InvitationPage(
            invitation: invitation, typed: typed, errors: errors, address: SiteURL.guests(.reply(token)).address,
            calendar: SiteURL.guests(.replyCalendar(token)).address,
            formGuard: site.formGuard(context, keyed: true))
        return Self.secret(Response.page(PageLayout(frame) { page }, status: status, cookies: cookies))
    }

    /// The address itself opens the answer: it is not to be told on, found or kept.
    private static func secret(_ response: Response) -> Response {
        var response = response
        response.headers[SecurityHeaders.robots] = "noindex"
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

/// What a guest reads and answers.
struct InvitationPage: Component {
    var invitation: Invitation
    var typed: FormFields?
    var errors: [FieldError]
    var address: WebAddress
    var calendar: WebAddress
    var formGuard: FormGuard

    private var guest: Guest { invitation.guest }
    private var ceremony: GuestCeremony { invitation.ceremony }

    var body: Markup {
        ErrorSummary(errors)
        P("An invitation for", .class("hint"))
        H1 { Bdi(guest.name) }
        SummaryList(rows: facts)
        if ceremony.hasBegun {
            InsetText {
                P(
                    "It has begun, so this can no longer be answered here. If something has changed, ring the centre."
                )
            }
            if let coming = guest.coming { P("Your answer was: \(Self.words(coming)).") }
        } else {
            if guest.coming != 0 { P { A("Put it into your calendar", href: calendar) } }
            form
        }
    }

    static func words(_ coming: Int) -> String {
        switch coming {
        case 0: "not coming"
        case 1: "one person comes"
        default: "\(coming) people come"
        }
    }

    private var facts: [SummaryList.Row] {
        var rows = [
            SummaryList.Row("What", ceremony.title), SummaryList.Row("When", GuestWords.when(ceremony)),
            SummaryList.Row("Where", ceremony.place),
        ]
        if let doors = ceremony.doorsAt {
            rows.append(SummaryList.Row("Doors open", London.local(doors).time.spoken))
        }
        if guest.party > 1 {
            rows.append(SummaryList.Row("For", "You and those you bring, \(guest.party) people in all"))
        }
        if let coming = guest.coming {
            let words = Self.words(coming)
            rows.append(SummaryList.Row("Your answer", words.prefix(1).uppercased() + words.dropFirst()))
        }
        return rows
    }

    private var answered: String {
        if let typed { return typed["coming"] ?? "" }
        return switch guest.coming {
        case 0: "no"
        case .some: "yes"
        case nil: ""
        }
    }

    private var form: Markup {
        PostForm(to: address, guard: formGuard) {
            ChoiceGroup(
                kind: .radios, name: "coming", legend: guest.party == 1 ? "Are you coming?" : "Is anybody coming?",
                error: errors.message(for: "coming"),
                choices: [
                    Choice(value: "yes", label: "Yes", isChosen: answered == "yes"),
                    Choice(value: "no", label: "No", isChosen: answered == "no"),
                ])
            if guest.party > 1 {
                SelectField(
                    name: "people", label: "If yes, how many of you?", error: errors.message(for: "people"),
                    choices: GuestWords.numbers(
                        1...guest.party, chosen: typed?["people"] ?? String(Self.most(guest))))
            }
            H2("If you come, what do you need?")
            P(
                "Tell us here once. The centre’s staff read it to order the food and prepare the room. They tell the caterer how many, without names. It is deleted a week after the ceremony."
            )
            GuestNeedsFields(needs: guest.needs, party: guest.party, typed: typed, errors: errors)
            ActionButton(guest.coming == nil ? "Send your answer" : "Change your answer")
        }.markup
    }

    /// What was answered before, else everybody.
    private static func most(_ guest: Guest) -> Int {
        if let coming = guest.coming, coming > 0 { return coming }
        return guest.party
    }
}
