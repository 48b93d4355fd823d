import Foundation

/// What the people of one party need to eat and to take part: how many of them need what, and in their own words.
///
/// Written and read as `2 vegetarian; halal; no mushrooms`: a known need with the number before it where it is more than one,
/// everything else is their own words.
package struct GuestNeeds: Sendable, Equatable {
    package static let longest = 300

    package var people: [Need: Int]
    package var diet: String
    package var access: String

    package init(people: [Need: Int] = [:], diet: String = "", access: String = "") {
        self.people = people
        self.diet = diet
        self.access = access
    }

    package var isEmpty: Bool { people.isEmpty && diet.isEmpty && access.isEmpty }

    package var dietWords: String { words(Need.diet, diet) }
    package var accessWords: String { words(Need.access, access) }

    private func words(_ known: [Need], _ own: String) -> String {
        let counted = known.compactMap { need -> String? in
            guard let count = people[need] else { return nil }
            return count == 1 ? need.word : "\(count) \(need.word)"
        }
        return (counted + (own.isEmpty ? [] : [own])).joined(separator: "; ")
    }

    /// Reads both texts; nil for a text leaves that half empty.
    package init(diet: String?, access: String?, party: Int) throws(GuestRefusal) {
        self.init()
        self.diet = try take(diet ?? "", Need.diet, "what they eat", party)
        self.access = try take(access ?? "", Need.access, "what they need", party)
    }

    private mutating func take(
        _ text: String, _ known: [Need], _ what: String, _ party: Int
    ) throws(GuestRefusal) -> String {
        var own: [String] = []
        for part in text.split(separator: ";") {
            let part = part.trimmingCharacters(in: .whitespacesAndNewlines)
            if part.isEmpty { continue }
            let words = part.split(separator: " ", maxSplits: 1).map(String.init)
            if let need = Need(word: part), known.contains(need) {
                people[need] = 1
            } else if words.count == 2, let count = wholeNumber(words[0]), let need = Need(word: words[1]),
                known.contains(need)
            {
                guard (1...party).contains(count) else { throw .moreThanParty(party) }
                people[need] = count
            } else {
                own.append(part)
            }
        }
        return try Self.own(own.joined(separator: "; "), what)
    }

    /// Their own words, on one line.
    package static func own(_ text: String, _ what: String) throws(GuestRefusal) -> String {
        do {
            return try FreeText.line(
                text.split(whereSeparator: \.isNewline).joined(separator: " "), what, longest: longest, required: false)
        } catch {
            throw .text(error)
        }
    }
}

extension Need {
    /// As it is typed and printed in a list: `nut allergy`.
    package var word: String { rawValue.replacing("_", with: " ") }

    init?(word: String) {
        let folded = word.lowercased().replacing("-", with: " ").replacing("_", with: " ")
        guard let need = Need.allCases.first(where: { $0.word == folded || $0.title.lowercased() == folded }) else {
            return nil
        }
        self = need
    }
}

/// How many need what, over everybody who comes or has not answered, and what was said in words.
///
/// A caterer cooks to the plate and a door is opened for one wheelchair, so here, unlike in every report, counts from 1 to 4 are
/// told. Only staff read them, and what they rest on is deleted a week after the night.
package struct NeedCounts: Sendable, Equatable {
    package struct Told: Sendable, Equatable {
        package let guest: String
        package let words: String

        package init(guest: String, words: String) {
            self.guest = guest
            self.words = words
        }
    }

    package let people: [(need: Need, count: Int)]
    package let diet: [Told]
    package let access: [Told]

    package init(of guests: [Guest]) {
        let expected = guests.filter { $0.expected > 0 }
        people = Need.allCases.compactMap { need in
            let count = expected.reduce(0) { $0 + min($1.needs.people[need] ?? 0, $1.expected) }
            return count == 0 ? nil : (need, count)
        }
        diet = expected.filter { !$0.needs.diet.isEmpty }.map { Told(guest: $0.name, words: $0.needs.diet) }
        access = expected.filter { !$0.needs.access.isEmpty }.map { Told(guest: $0.name, words: $0.needs.access) }
    }

    package var isEmpty: Bool { people.isEmpty && diet.isEmpty && access.isEmpty }

    package static func == (left: NeedCounts, right: NeedCounts) -> Bool {
        left.diet == right.diet && left.access == right.access
            && left.people.elementsEqual(right.people) { $0.need == $1.need && $0.count == $1.count }
    }
}
