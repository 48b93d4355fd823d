import Domain
import Foundation
import HTML

/// One session: what one takes away, when and where, and the place in it.
struct SessionPage: Component {
    /// A session to have been to, or to have a place in, before this one.
    struct First {
        var reference: String
        var title: String
        var address: WebAddress { SiteURL.session(reference).address }
    }

    struct Model {
        var session: Session
        /// Who it is for, in words.
        var audience: [String]
        /// What has to be done first.
        var first: [First]
        var isAdmitted: Bool
        var isSignedIn: Bool
        var booking: Booking?
        var joiningLink: String?
        /// The reader's own sessions at the same time.
        var clashes: [Session]
        /// Every date of its series, itself included.
        var dates: [Session] = []
        var refusal: (any Refusal)?
        var calendar: WebAddress?
        var now: Date
        var formGuard: FormGuard
    }

    /// What was just done.
    enum Notice: String {
        case givenBack = "given-back"
        case leftList = "left-list"

        var heading: String {
            switch self {
            case .givenBack: "You have given your place back"
            case .leftList: "You have left the waiting list"
            }
        }
    }

    var model: Model

    private var session: Session { model.session }
    private var words: SessionWords { SessionWords(session) }

    var body: Markup {
        if let refusal = model.refusal {
            ErrorSummary([FieldError(field: "place-heading", message: named(refusal.message))])
            P("Nothing was changed: your other places are as they were.")
        }
        SideColumn {
            H1(session.title)
            P(words.when, .class("lead"))
            if session.state == .cancelled { cancelled }
        } side: {
            // The script reads it again now and then, so that the places left stay right.
            if session.state == .scheduled {
                Div(.id("place"), .data("refresh", 30)) { PlacePanel(model: model) }
            } else {
                PlacePanel(model: model)
            }
        } content: {
            if !session.description.isEmpty {
                Section {
                    H2("What you take away")
                    for paragraph in session.description.split(separator: "\n").map(String.init) { P(paragraph) }
                }
            }
            facts
            if model.dates.count > 1 { dates }
        }
    }

    private var dates: Markup {
        Section {
            H2("All its dates")
            Ul {
                for date in model.dates.sorted(by: { ($0.startsAt ?? .distantFuture) < ($1.startsAt ?? .distantFuture) }
                ) {
                    Li { self.date(date) }
                }
            }
        }.markup
    }

    @MarkupBuilder private func date(_ date: Session) -> Markup {
        let words = SessionWords(date)
        if date.reference == session.reference {
            Strong("\(words.when) (this one)")
        } else {
            A(words.when, href: words.address)
        }
        if let reason = date.cancelReason {
            ", cancelled: \(reason)"
        } else if date.state == .cancelled {
            ", cancelled"
        }
    }

    private var cancelled: Markup {
        Banner(.warning, "This session has been cancelled") {
            if let reason = session.cancelReason { P(reason) }
        }.markup
    }

    private var facts: Markup {
        var rows: [SummaryList.Row] = [SummaryList.Row("When") { Time(words.when, datetime: words.startsAt) }]
        rows.append(SummaryList.Row("Where") { place })
        if !session.roomAccess.isEmpty, session.room != nil {
            rows.append(SummaryList.Row("Access", session.roomAccess))
        }
        if let names = words.facilitators { rows.append(SummaryList.Row("Led by", names)) }
        rows.append(SummaryList.Row("Who it is for") { audience })
        rows.append(SummaryList.Row("Kind", words.kind))
        if let strand = session.strand { rows.append(SummaryList.Row("Strand", strand)) }
        rows.append(
            SummaryList.Row("Part of") { A(session.eventTitle, href: SiteURL.event(session.event).address) })
        rows.append(SummaryList.Row("Reference") { Span(session.reference, .translate(false)) })
        return SummaryList(rows: rows).markup
    }

    @MarkupBuilder private var place: Markup {
        P(words.place)
        if session.site != nil, !session.siteAddress.isEmpty { P(session.siteAddress, .class("hint")) }
        if session.online, model.booking?.state != .confirmed {
            P("The joining link is shown here once your place is confirmed.", .class("hint"))
        }
    }

    @MarkupBuilder private var audience: Markup {
        P(model.audience.joined(separator: "; "))
        for first in model.first {
            P {
                "Comes after "
                A(first.title, href: first.address)
                " (\(first.reference))"
            }
        }
    }

    /// A refusal names sessions by reference; people know them by title.
    private func named(_ message: String) -> String {
        let titles = model.clashes.map { ($0.reference, $0.title) } + model.first.map { ($0.reference, $0.title) }
        return titles.reduce(message) { text, known in text.replacing(known.0, with: "“\(known.1)”") }
    }
}
