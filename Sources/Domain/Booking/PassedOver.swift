/// Why a free place went past somebody who waits. It is kept with references, which stay true; people are told titles.
package enum PassedOver: Sendable, Equatable {
    case hasLeft
    case notInAudience
    /// The reference of what has to come first.
    case first(String)
    /// The references of what is at the same time.
    case clashes([String])

    private static let clash = "clashes with "
    private static let (needs, first) = ("needs ", " first")

    /// Nil when the place may be given.
    package init?(_ person: CandidateFacts) {
        if person.hasLeft {
            self = .hasLeft
        } else if !person.isAdmitted {
            self = .notInAudience
        } else if let first = person.wantsFirst {
            self = .first(first)
        } else if !person.clashes.isEmpty {
            self = .clashes(person.clashes)
        } else {
            return nil
        }
    }

    /// As it is kept: a line after "this".
    package var text: String {
        switch self {
        case .hasLeft: "has left"
        case .notInAudience: "no longer in the audience"
        case .first(let reference): Self.needs + reference + Self.first
        case .clashes(let references): Self.clash + references.joined(separator: ", ")
        }
    }

    /// The sessions that a kept line speaks of.
    package static func references(in text: String) -> [String] {
        if text.hasPrefix(clash) {
            return text.dropFirst(clash.count).split(separator: ",").map { String($0.drop { $0 == " " }) }
        }
        if text.hasPrefix(needs), text.hasSuffix(first), text.count > needs.count + first.count {
            return [String(text.dropFirst(needs.count).dropLast(first.count))]
        }
        return []
    }

    /// A kept line with sessions called by title, time and room as far as they are known.
    package static func inWords(_ text: String, _ names: [String: SessionName]) -> String {
        let references = references(in: text)
        guard references.contains(where: { names[$0] != nil }) else { return text }
        let called = references.map { names[$0]?.inWords ?? $0 }.joined(separator: " and ")
        return text.hasPrefix(clash) ? clash + called : needs + called + first
    }
}
