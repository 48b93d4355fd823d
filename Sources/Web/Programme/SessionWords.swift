import Domain
import Foundation
import HTML

/// A session in the words that pages use.
struct SessionWords {
    let session: Session

    init(_ session: Session) { self.session = session }

    var day: Day? { session.startsAt.map { London.local($0).day } }

    /// "9:30am"
    var starts: String { session.startsAt.map { London.local($0).time.spoken } ?? "" }
    /// "12pm", or with its day when that is another one
    var ends: String {
        guard let ends = session.endsAt else { return "" }
        let local = London.local(ends)
        return local.day == day ? local.time.spoken : "\(local.time.spoken) on \(local.day.spoken)"
    }
    var times: String { "\(starts) to \(ends)" }
    var startsAt: String { session.startsAt.map(London.rfc3339) ?? "" }

    /// "Monday 29 January 2018, 9:30am to 12pm"
    var when: String {
        guard let day else { return "Not yet decided" }
        return "\(day.spoken) \(day.year), \(times)"
    }

    /// "Monday 29 January, 9:30am to 12pm"
    var dayAndTimes: String { day.map { "\($0.spoken), \(times)" } ?? times }

    /// "Corbyn Road, Room 1"
    var place: String {
        if let site = session.site, let room = session.room {
            return "\(site), \(room)" + (session.online ? ", and online" : "")
        }
        return session.online ? "Online" : "Place to be decided"
    }

    /// "drop_in" as "Drop-in", "open_door" as "Open door"
    var kind: String { Self.kind(session.kind) }

    static func kind(_ name: String) -> String {
        let words = name == "drop_in" ? "drop-in" : name.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    var facilitators: String? {
        guard let last = session.facilitators.last else { return nil }
        let others = session.facilitators.dropLast()
        return others.isEmpty ? last : others.joined(separator: ", ") + " and " + last
    }

    var address: WebAddress { SiteURL.session(session.reference).address }

    var places: Places? {
        session.state == .scheduled
            ? Places(
                left: session.placesLeft, capacity: session.capacity, waiting: session.waiting,
                session: session.reference) : nil
    }

    /// What became of the session itself, where that matters more than anybody's booking.
    var state: StateTag? {
        switch session.state {
        case .cancelled: StateTag(.stopped, "Cancelled")
        case .completed: StateTag(.neutral, "Finished")
        case .draft: StateTag(.information, "Draft")
        case .scheduled: nil
        }
    }

    /// Who it is for, in words.
    static func audience(_ notation: String) -> [String] {
        let rules = (try? Audience.parse(notation)) ?? []
        var words: [String] = []
        for rule in rules { if let people = people(rule) { words.append(people) } }
        guard let first = words.first else { return ["Everyone"] }
        return [first.prefix(1).uppercased() + first.dropFirst()] + words.dropFirst()
    }

    /// The people whom a rule lets in; nil where it only narrows.
    static func people(_ rule: Audience.Rule) -> String? {
        switch rule {
        case .role(let role): plural(role)
        case .service(let name): "\(name) service"
        case .team(let name): "\(name) team"
        case .employer(let name): "people from \(name)"
        case .after: nil
        }
    }

    /// The sessions that one must have been to first.
    static func prerequisites(_ notation: String) -> [String] {
        ((try? Audience.parse(notation)) ?? []).compactMap {
            if case .after(let reference) = $0 { reference } else { nil }
        }
    }

    static func plural(_ role: Domain.Role) -> String {
        switch role {
        case .practitioner: "practitioners"
        case .staff: "CPP staff"
        case .manager: "managers"
        case .admin: "admins"
        case .councillor: "councillors"
        case .safeguarding: "those named for safeguarding"
        case .nominator: "nominators"
        }
    }
}

/// A booking in the words that pages use.
enum BookingWords {
    static func tag(_ booking: Booking) -> StateTag {
        switch booking.state {
        case .confirmed: StateTag(.good, "Booked")
        case .waiting: StateTag(.waiting, booking.position.map { "Waiting, \(ordinal($0)) in line" } ?? "Waiting")
        case .offered: StateTag(.waiting, "A place is held for you")
        case .requested: StateTag(.waiting, "Waiting for your manager")
        case .declined: StateTag(.stopped, "Declined")
        case .lapsed: StateTag(.stopped, "Lapsed")
        case .cancelled: StateTag(.stopped, "Given back")
        case .substituted: StateTag(.neutral, "Passed on to a colleague")
        }
    }

    /// What people quote: `PW18-014 7F3A21`.
    static func reference(_ booking: Booking) -> String {
        "\(booking.session) \(booking.id.uuidString.prefix(6))"
    }

    /// 1st, 2nd, 3rd, 11th
    static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 10, number % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}
