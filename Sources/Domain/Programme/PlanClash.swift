/// Two sessions of a draft that need one room, or one person, at the same time. The second may be what another event has released.
package struct PlanClash: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case room, facilitator
    }

    package let kind: Kind
    package let first: SessionName
    package let second: SessionName
    /// The room as `SITE/ROOM`, or the person's name.
    package let name: String

    package init(kind: Kind, first: SessionName, second: SessionName, name: String) {
        self.kind = kind
        self.first = first
        self.second = second
        self.name = name
    }

    package var reference: String { first.reference }
    package var other: String { second.reference }

    /// The one that the named session collides with; nil when it is neither of the two.
    package func opposite(of session: String) -> SessionName? {
        session == reference ? second : session == other ? first : nil
    }

    /// How a sentence about one of the two begins; the other one follows.
    package var beginning: String { kind == .room ? "\(name) is also needed by " : "\(name) also leads " }

    /// The clash as a sentence about both.
    package var sentence: String {
        kind == .room
            ? "\(first.inWords) and \(second.inWords) both need \(name)."
            : "\(name) leads both \(first.inWords) and \(second.inWords)."
    }
}
