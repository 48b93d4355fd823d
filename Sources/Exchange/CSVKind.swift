import CSV

/// The kinds of CSV file that come out and go in, in the order in which a set of them is loaded.
package enum CSVKind: String, CaseIterable, Sendable {
    case sites, rooms, teams, people, events, strands, sessions, series, bookings

    /// - Throws: `ExchangeRefusal.unknownKind`
    package init(named name: String) throws(ExchangeRefusal) {
        guard let kind = CSVKind(rawValue: name.lowercased()) else { throw .unknownKind(String(name.prefix(40))) }
        self = kind
    }

    /// The columns of an export, in order.
    package var columns: [String] {
        switch self {
        case .sites: ["name", "address"]
        case .rooms: ["site", "name", "capacity", "access"]
        case .teams: ["name", "service", "site", "from", "to"]
        case .people: ["email", "name", "team", "job_title", "roles", "employer"]
        case .events: ["slug", "title", "from", "to", "state"]
        case .strands: ["event", "slug", "name"]
        case .sessions: SessionTable.names
        case .series:
            [
                "slug", "event", "title", "rule", "starts_at", "minutes", "site", "room", "capacity",
                "facilitator_email",
                "until", "count",
            ]
        case .bookings:
            [
                "session", "session_title", "starts_at", "person_email", "person_name", "team", "state", "position",
                "booked_at", "booked_by",
            ]
        }
    }

    /// The columns without which a file of this kind is refused. An event named beside the file stands in for its column.
    func required(withEvent: Bool) -> [String] {
        let columns =
            switch self {
            case .sites: ["name"]
            case .rooms: ["site", "name", "capacity"]
            case .teams: ["name"]
            case .people: ["email", "name"]
            case .events: ["slug", "title", "from", "to"]
            case .strands: ["event", "slug", "name"]
            case .sessions: ["event", "title", "starts_at", "ends_at"]
            case .series: ["slug", "event", "title", "rule", "starts_at", "minutes"]
            case .bookings: ["session", "person_email"]
            }
        return withEvent ? columns.filter { $0 != "event" } : columns
    }

    func expectation(withEvent: Bool) -> CSVExpectation {
        let required = required(withEvent: withEvent)
        return CSVExpectation(required: required, optional: columns.filter { !required.contains($0) })
    }
}
