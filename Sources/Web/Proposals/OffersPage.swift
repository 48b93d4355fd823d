import Domain
import Foundation
import HTML

/// What was offered for an event, and the invitation to offer more.
struct OffersPage: Component {
    var event: Event
    var offers: [Proposal]
    /// Nil where nobody can offer now.
    var closingDay: Day?
    /// The whole address of an invitation that was just made: shown this once.
    var made: String?
    /// The closing day as typed, when it could not be taken.
    var closes: String
    /// The offer whose declining could not be taken, with the reason as typed.
    var declining: (id: UUID, reason: String)?
    var errors: [FieldError]
    var formGuards: () -> FormGuard

    var body: Markup {
        let waiting = offers.filter { $0.state == .new }
        ErrorSummary(errors)
        H1("Offers, \(event.title)")
        PlanNavigation(event: event.slug, here: .offers)
        SideColumn {
            Markup.empty
        } side: {
            invitation
        } content: {
            if offers.isEmpty {
                EmptyState("No session has been offered yet") {
                    P("Make an address beside this, and send it to those who might hold a session.")
                }
            } else {
                H2(waiting.isEmpty ? "Nothing waits for a decision" : "To decide")
                for offer in waiting { open(offer) }
                let decided = offers.filter { $0.state != .new }
                if !decided.isEmpty {
                    H2("Decided")
                    DataTable(
                        caption: "Offers that were decided", isCaptionHidden: true, rows: decided,
                        columns: [
                            TableColumn("Title", .rowHeader) { offer in Markup { offer.content.title } },
                            TableColumn("From") { offer in Markup { who(offer.content) } },
                            TableColumn("When and what is needed") { offer in
                                Paragraphs(offer.content.dates).markup
                                Paragraphs(offer.content.equipment).markup
                            },
                            TableColumn("Outcome") { offer in Markup { outcome(offer) } },
                        ])
                }
            }
        }
    }

    private func who(_ content: ProposalContent) -> String {
        content.name + (content.organisation.map { ", \($0)" } ?? "")
    }

    @MarkupBuilder private func outcome(_ offer: Proposal) -> Markup {
        if let session = offer.session {
            StateTag(.good, "In the draft")
            " "
            A(session, href: SiteURL.planSession(session).address)
        } else if offer.state == .accepted {
            StateTag(.neutral, "Taken, and removed again")
        } else {
            StateTag(.stopped, "Declined")
            " "
            offer.declineReason ?? ""
        }
    }

    private func open(_ offer: Proposal) -> Markup {
        let content = offer.content
        let field = "reason-\(offer.id)"
        return Markup {
            Article(.class("card card--stacked")) {
                H3(content.title)
                Paragraphs(content.description)
                SummaryList(rows: rows(content, offer))
                PostForm(to: SiteURL.planOfferAcceptance(offer.id.uuidString).address, guard: formGuards()) {
                    ActionButton("Take it into the draft", subject: content.title)
                }
                Disclosure("Decline it", isOpen: declining?.id == offer.id) {
                    PostForm(to: SiteURL.planOfferDecline(offer.id.uuidString).address, guard: formGuards()) {
                        TextField(
                            name: field, label: "Why is it declined?",
                            hint: "For us to remember. Nothing is sent: write to them yourself.",
                            value: declining?.id == offer.id ? declining?.reason ?? "" : "",
                            error: errors.message(for: field))
                        ActionButton("Decline", .secondary, subject: content.title)
                    }
                }
            }
        }
    }

    private func rows(_ content: ProposalContent, _ offer: Proposal) -> [SummaryList.Row] {
        var rows = [
            SummaryList.Row("From", who(content)),
            SummaryList.Row("Email") { A(content.email, href: .mail(to: content.email)) },
            SummaryList.Row("Length and size", "\(content.minutes) minutes, up to \(content.size) people"),
            SummaryList.Row("When") { Paragraphs(content.dates) },
        ]
        if !content.audience.isEmpty { rows.append(SummaryList.Row("Who for") { Paragraphs(content.audience) }) }
        if !content.equipment.isEmpty { rows.append(SummaryList.Row("Needs") { Paragraphs(content.equipment) }) }
        rows.append(SummaryList.Row("Offered on", London.local(offer.madeAt).day.long))
        return rows
    }

    private var invitation: Markup {
        Markup {
            H2("Invite people to offer")
            if let made {
                CopyField(
                    id: "invitation", label: "The address to send", value: made,
                    hint: "Copy it now: it is not shown again. Whoever has it can offer a session, without an account.")
            }
            if let closingDay {
                P("Sessions can be offered until the end of \(closingDay.long).")
                PostForm(to: SiteURL.planOfferInvitationEnd(event.slug).address, guard: formGuards()) {
                    ActionButton("End it now", .secondary)
                }
            } else {
                P("Nobody can offer a session at present.")
            }
            PostForm(to: SiteURL.planOfferInvitation(event.slug).address, guard: formGuards()) {
                TextField.date(
                    name: "closes", label: "Last day to offer", value: closes, error: errors.message(for: "closes"))
                ActionButton(closingDay == nil ? "Make an address" : "Make a new address", .secondary)
            }
            if closingDay != nil { P("A new address ends the one before.", .class("hint")) }
        }
    }
}
