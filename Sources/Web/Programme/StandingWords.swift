import Domain
import HTML

/// How a reader stands to a session, in the words that pages use. Sessions are named by title, never by reference alone.
enum StandingWords {
    /// "Managers; MASH team", "Everyone", or nil where only an earlier session narrows it.
    static func whom(_ notation: String) -> String? {
        let words = SessionWords.audience(notation)
        if words == ["Everyone"], !SessionWords.prerequisites(notation).isEmpty { return nil }
        return words.joined(separator: "; ")
    }

    /// Why a card offers nothing: "For managers", "After X", "Clashes with Y".
    static func note(_ obstacle: SessionStanding.Obstacle, _ standing: SessionStanding) -> Markup {
        Markup {
            switch obstacle {
            case .leads: "You lead this"
            case .onlyReads: "For you to read, not to book"
            case .forOthers: "For \(people(standing.audience))"
            case .first(let first):
                "After "
                link(first)
            case .clashes(let others):
                "Clashes with "
                for (index, other) in others.enumerated() {
                    if index > 0 { index == others.count - 1 ? " and " : ", " }
                    link(other)
                }
            }
        }
    }

    /// Who an audience is, to stand in a sentence: "managers and MASH team".
    static func people(_ notation: String) -> String {
        let rules = (try? Audience.parse(notation)) ?? []
        let words = rules.compactMap(SessionWords.people)
        guard let last = words.last else { return "everyone" }
        if words.count > 3 { return words.prefix(2).joined(separator: ", ") + " and others" }
        return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// Why somebody who only reads is offered no place.
    static let councillors =
        "You can read the programme. Places are for staff and partners, and for councillors only where a session says so."

    static func link(_ session: SessionName) -> Markup {
        A(session.title, href: SiteURL.session(session.reference).address).markup
    }

    /// A refusal as a sentence on the page of the session that it is about, by its title; nil where its own words do.
    static func sentence(_ refusal: any Refusal, _ session: Session, _ standing: SessionStanding?) -> String? {
        guard let refusal = refusal as? BookingRefusal else { return nil }
        let title = "“\(session.title)”"
        switch refusal {
        case .clashes(let others, _):
            let day = SessionWords(session).day
            let names = others.map { other in
                let isSameDay = London.local(other.startsAt).day == day
                return "“\(other.title)” (\(isSameDay ? other.times : other.when))"
            }
            return
                "\(title) (\(SessionWords(session).dayAndTimes)) is at the same time as \(names.joined(separator: " and "))."
        case .doFirst(let first, _): return "“\(first.title)” comes first: book it, then \(title)."
        case .onlyReads: return councillors
        case .notForYou: return "\(title) is for \(people(standing?.audience ?? "")) this time."
        case .sessionCancelled: return "\(title) has been cancelled, so no places can be booked."
        case .sessionPast: return "\(title) has already begun, so its bookings can no longer change."
        case .bookingClosed: return "Booking for \(title) has closed."
        case .alreadyBooked, .personLeft, .notLive: return nil
        }
    }
}
