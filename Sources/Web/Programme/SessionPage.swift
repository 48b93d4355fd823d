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

    /// What all readers share.
    struct Model: Sendable {
        var session: Session
        /// Who it is for, in the notation of `Audience`.
        var audience: String
        /// What has to be done first, whoever asks.
        var first: [First]
        /// Every date of its series, itself included.
        var dates: [Session] = []
        var calendar: WebAddress?
        /// Where the places left are told as they change.
        var live: WebAddress
        var now: Date
    }

    /// Who reads it, and when.
    struct Reader {
        /// How they stand to it; nil for a visitor.
        var standing: SessionStanding?
        var booking: Booking?
        var joiningLink: String?
        /// What has become different since the reader booked, in words.
        var changes: [String] = []
        var refusal: (any Refusal)?
        /// Whether the reader leads it and so has its register.
        var hasRegister = false
        /// Whether the reader schedules, and so may move it.
        var schedules = false
        var now: Date
        var formGuard: FormGuard

        var isSignedIn: Bool { standing != nil }
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
    /// Nil where the reader's `parts` are left open.
    var reader: Reader?

    /// What differs from reader to reader, in the order of the page.
    static func parts(_ model: Model, _ reader: Reader) -> [Markup] {
        [changes, panel, joining].map { $0(model, reader) }
    }

    private static func changes(_ model: Model, _ reader: Reader) -> Markup {
        ChangesNote(changes: reader.changes).markup
    }

    private static func panel(_ model: Model, _ reader: Reader) -> Markup {
        PlacePanel(session: model.session, calendar: model.calendar, reader: reader).markup
    }

    private static func joining(_ model: Model, _ reader: Reader) -> Markup {
        guard model.session.online, reader.booking?.state != .confirmed else { return .empty }
        return P("The joining link is shown here once your place is confirmed.", .class("hint")).markup
    }

    private func own(_ part: (Model, Reader) -> Markup) -> Markup { reader.map { part(model, $0) } ?? .slot }

    private var session: Session { model.session }
    private var words: SessionWords { SessionWords(session) }

    var body: Markup {
        if let refusal = reader?.refusal {
            let message = StandingWords.sentence(refusal, session, reader?.standing) ?? refusal.message
            ErrorSummary([FieldError(field: "place-heading", message: message)])
            P("Nothing was changed: your other places are as they were.")
        }
        SideColumn {
            H1(session.title)
            P(words.when, .class("lead"))
            if session.state == .cancelled { cancelled }
            own(Self.changes)
        } side: {
            // The script reads it again now and then, so that the places left stay right.
            if session.state == .scheduled {
                Div(.id("place"), .data("refresh", 30), .data("live", model.live.text)) { own(Self.panel) }
            } else {
                own(Self.panel)
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

    /// The next few; all of a long series are a press away.
    private var dates: Markup {
        let all = model.dates.sorted { ($0.startsAt ?? .distantFuture) < ($1.startsAt ?? .distantFuture) }
        let coming = all.filter { $0.startsAt.map { $0 > model.now } ?? true }
        return Section {
            if all.count <= Self.mostDates {
                H2("All its dates")
                list(all)
            } else {
                H2("Its next dates")
                list(Array(coming.prefix(Self.mostDates / 2)))
                Disclosure("All \(all.count) dates") { list(all) }
            }
        }.markup
    }

    private static let mostDates = 12

    private func list(_ dates: [Session]) -> Markup {
        Ul { for date in dates { Li { self.date(date) } } }.markup
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
        own(Self.joining)
    }

    /// "Everyone"; "Managers; MASH team"; "Those who do X first"; "Managers, after X".
    private var audience: Markup {
        Markup {
            if let whom = StandingWords.whom(model.audience) {
                P {
                    whom
                    if !model.first.isEmpty {
                        ", after "
                        firsts
                    }
                }
            } else {
                P {
                    "Everyone who does "
                    firsts
                    " first"
                }
            }
        }
    }

    private var firsts: Markup {
        Markup {
            for (index, first) in model.first.enumerated() {
                if index > 0 { " and " }
                A(first.title, href: first.address)
            }
        }
    }
}

/// That a session reads otherwise than when its reader booked it, and how.
struct ChangesNote: Component {
    var changes: [String]

    var body: Markup {
        if !changes.isEmpty {
            Banner(.warning, "This has changed since you booked") {
                if changes.count == 1 {
                    P(changes.joined())
                } else {
                    Ul { for change in changes { Li(change) } }
                }
            }
        }
    }
}
