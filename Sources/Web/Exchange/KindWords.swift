import Exchange

extension CSVKind {
    /// What it is called where people choose: "Sessions".
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// What a file of it holds, in a few words.
    var explanation: String {
        switch self {
        case .sites: "Where sessions happen, with their addresses"
        case .rooms: "The rooms of the sites, how many they hold, and access notes"
        case .teams: "Teams, their services and home sites, and from when to when they exist"
        case .people: "Everybody known here, with team, employer and roles"
        case .events: "Practice Weeks and other events, with their dates"
        case .strands: "The themes inside an event"
        case .sessions: "The programme: what, when, where, for how many"
        case .series: "Briefings that come again by a rule"
        case .bookings: "Who has a place and who waits"
        }
    }

    /// Whether its rows belong to an event.
    var belongsToEvent: Bool {
        switch self {
        case .sites, .rooms, .teams, .people, .events: false
        case .strands, .sessions, .series, .bookings: true
        }
    }

    static func choices(_ chosen: String?) -> [(value: String, label: String, hint: String, isChosen: Bool)] {
        allCases.map { ($0.rawValue, $0.title, $0.explanation, $0.rawValue == chosen) }
    }
}
