/// SQL that breaks one rule of the schema, and the rule's name. Run by the owner, so that no grant stands in front of it.
struct Violation: Sendable, CustomStringConvertible {
    enum Kind: String, Sendable {
        case check = "23514"
        case unique = "23505"
        case foreign = "23503"
        case exclusion = "23P01"
    }

    let rule: String
    let kind: Kind
    let sql: String

    init(_ rule: String, _ kind: Kind, _ sql: String) {
        self.rule = rule
        self.kind = kind
        self.sql = sql
    }

    var description: String { "\(rule): \(sql)" }

    static let all =
        people + programme + sessions + releases + booking + access + records + files + proposals + awards + guests
        + thankYou + ceremonies + prints + retention

    /// Rules that no SQL can break, and why.
    static let unbreakable =
        (impliedByAwards + impliedByGuests + [
            "session_of_event", "strand_of_event", "series_of_event", "release_of_event",
            "proposal_invitation_of_event",
        ]).reduce(into: [:]) {
            $0[$1] = "implied by the primary key, which answers first; there for composite foreign keys to refer to"
        }
}
