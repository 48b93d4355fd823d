import Domain
import HTML
import Hummingbird
import Services

/// Being asked to judge: the terms, and yes or no.
struct TermsRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.judgingTerms.route) { request, context in
            let awards = site.services.awards
            var frame = site.frame("Asked to judge", context.web, at: .judging)
            frame.back = BackLink(text: "Judging", address: SiteURL.judging.address)
            if try request.query()["done"] == "declined" {
                frame.banner = Banner(.success, "You declined. Thank you for saying so.")
            }
            let page = TermsPage(
                invitations: try await awards.invitations(of: context.actor),
                isYoung: try await awards.supporter(of: context.actor) != nil,
                formGuard: site.formGuards(context.web))
            return Response.page(PageLayout(frame) { page })
        }
        signedIn.post(SiteURL.judgingTerms.route) { request, context in
            let form = try await site.form(request, context.web)
            let accepts = form["do"] == "accept"
            guard let panel = form["panel"], let path = try? AwardPath(pair: panel, "SCHEME/PANEL"),
                accepts || form["do"] == "decline"
            else { throw AwardsRefusal.noInvitation }
            _ = try await site.once(form, request: "terms \(path.text) \(accepts)", by: context.actor) { work in
                try await site.services.awards.answer(path, accepts: accepts, by: context.actor, in: work)
                return path.text
            }
            return Response.seeOther(
                accepts
                    ? SiteURL.judging.address.adding("done", "accepted")
                    : SiteURL.judgingTerms.address.adding("done", "declined"))
        }
    }
}

/// What is asked of a judge, and an answer for each seat; for young judges in plain words.
struct TermsPage: Component {
    var invitations: [PanelInvitation]
    var isYoung: Bool
    var formGuard: () -> FormGuard

    private var asked: [PanelInvitation] { invitations.filter { !$0.answer.isYes } }

    var body: Markup {
        Div(.class(isYoung ? "plain" : nil)) {
            if isYoung {
                H1(asked.isEmpty ? "What we ask of you" : "Will you help to choose?")
                plain
            } else {
                H1(asked.isEmpty ? "What we ask of judges" : "You are asked to judge")
                for seat in asked {
                    P {
                        Strong(seat.schemeTitle)
                        ": \(Self.awards(seat))"
                    }
                }
                terms
            }
            for seat in asked { answer(seat) }
            for seat in invitations where seat.answer.isYes {
                P("\(seat.schemeTitle): you accepted\(seat.answer == .paper ? " on paper" : "").", .class("hint"))
            }
        }
    }

    private static func awards(_ seat: PanelInvitation) -> String {
        let part =
            switch seat.part {
            case .chair: "you would chair its panel and decide with it"
            case .deputy: "you would judge, and lead where the chair cannot"
            case .judge: "you would judge"
            }
        return seat.awards.isEmpty ? part : "\(part) \(SchemeWords.list(seat.awards))"
    }

    @MarkupBuilder private var terms: Markup {
        H2("What we ask of you")
        Ul {
            Li(
                "Keep to yourself who was nominated, what is written of them, what you and the others give, and who wins, until it is announced. Copy and photograph nothing."
            )
            Li(
                "Where you know somebody, press “I know this person”. You need give no reason. They leave your list at once, and you take no part when the panel talks about them."
            )
            Li("Judge by what you read here and by the published criteria alone. Do not look candidates up.")
            Li("Where something worries you, press “Something about this worries me”. The safeguarding lead is told.")
        }
        H2("What we keep")
        Ul {
            Li(
                "Your marks, with the result, as the record of how it came about. Nobody sees them while the round is open."
            )
            Li("Your comment for the panel: whoever leads it reads it, with your name, after the round.")
            Li("Your private note: only you ever read it.")
            Li(
                "How your marks lie beside those of the others: after the round, for whoever leads the panel and for staff who do not judge there."
            )
            Li(
                "What was decided, for as long as the awards are looked up. Ask the centre if you want to know or change something."
            )
        }
    }

    @MarkupBuilder private var plain: Markup {
        Ul {
            Li("You read about people and say how good you think it is.")
            Li("Keep it secret. Tell nobody who they are or what you read.")
            Li("If you know somebody, press “I know this person”. You do not have to say why.")
            Li("You can skip one. You can stop at any time.")
            Li("If something worries you, tell the person beside you, or press the button.")
            Li("We keep what you give together with the result. Nobody is told that it was you.")
        }
    }

    private func answer(_ seat: PanelInvitation) -> Markup {
        Section(.class("panel")) {
            H2(seat.schemeTitle, .class("panel__heading"))
            if seat.answer == .declined { P("You declined. You can still say yes.") }
            PostForm(to: SiteURL.judgingTerms.address, guard: formGuard()) {
                Input(.hidden, name: "panel", .value(seat.path.text))
                ActionRow {
                    ActionButton(
                        isYoung ? "Yes, I will" : "I accept these terms", subject: isYoung ? nil : seat.schemeTitle,
                        sends: ("do", "accept"))
                    if seat.answer == .asked {
                        ActionButton(
                            isYoung ? "No, thank you" : "Decline", .secondary,
                            subject: isYoung ? nil : seat.schemeTitle,
                            sends: ("do", "decline"))
                    }
                }
            }
        }.markup
    }
}
