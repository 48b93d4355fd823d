import Domain
import Services

/// Which sessions are changed together, and how, as typed.
struct TogetherForm: Equatable {
    enum Action: String {
        case move, cancel
    }

    static let most = 500

    var action: Action
    var sessions: [PlannedSession]
    /// Minutes later, or with a minus sign earlier.
    var minutes: String
    /// `SITE/ROOM`; empty stays.
    var room: String
    var reason: String
    /// The number of sessions, typed to say that one means it.
    var word: String

    /// A session is sent as `PW18-014.7`: its reference, and the revision that was shown.
    init(_ fields: FormFields) {
        action = fields["do"].flatMap(Action.init(rawValue:)) ?? .move
        var seen: Set<String> = []
        sessions = fields.all("session").prefix(Self.most).compactMap { text in
            let halves = text.split(separator: ".", maxSplits: 1)
            guard let first = halves.first, first.utf8.count <= 20 else { return nil }
            let reference = first.uppercased()
            guard seen.insert(reference).inserted else { return nil }
            return PlannedSession(reference: reference, revision: halves.count > 1 ? wholeNumber(halves[1]) : nil)
        }
        minutes = String((fields["minutes"] ?? "").filter { $0 != " " }.prefix(20))
        room = String((fields["room"] ?? "").prefix(300))
        reason = fields["reason"] ?? ""
        word = String((fields["word"] ?? "").prefix(20))
    }

    /// Nil when what was typed is no number.
    var byMinutes: Int? {
        let isEarlier = minutes.hasPrefix("-") || minutes.hasPrefix("−")
        let digits = isEarlier || minutes.hasPrefix("+") ? minutes.dropFirst() : minutes[...]
        if digits.isEmpty { return minutes.isEmpty ? 0 : nil }
        guard digits.utf8.count <= 6, let number = wholeNumber(digits) else { return nil }
        return isEarlier ? -number : number
    }

    /// Whether it says anything about where to move to.
    var hasAnswer: Bool { !minutes.isEmpty || !room.isEmpty }

    func problems() -> [FieldError] {
        if sessions.isEmpty {
            return [FieldError(field: "chosen", message: "Tick at least one session in the list.")]
        }
        guard action == .move else { return [] }
        if byMinutes == nil {
            return [FieldError(field: "minutes", message: "Enter minutes as a whole number, like 30 or -30.")]
        }
        if room.isEmpty, byMinutes == 0 {
            return [FieldError(field: "minutes", message: "Say by how many minutes to move, or to which room.")]
        }
        return []
    }

    func field(of refusal: any Refusal) -> String {
        let field = SessionForm.field(of: refusal)
        if action == .cancel { return field == "reason" || refusal is TextProblem ? "reason" : "chosen" }
        return field == "room" ? "room" : refusal.kind == .stale ? "chosen" : "minutes"
    }
}
