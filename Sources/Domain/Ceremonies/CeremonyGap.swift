/// What somebody whom a ceremony names still lacks. Of who won it tells nothing: everybody who is placed is looked at alike.
package struct CeremonyGap: Sendable, Equatable {
    package enum Lack: String, Sendable, CaseIterable {
        case name, words
        case wordsUnchecked = "words_unchecked"
        case wordsRefused = "words_refused"
        case acceptor

        package var title: String {
            switch self {
            case .name: "has not agreed to a name that is read out"
            case .words: "no text to be read"
            case .wordsUnchecked: "the text waits for a second person"
            case .wordsRefused: "has not agreed that the text is read out"
            case .acceptor: "nobody on the guest list to accept"
            }
        }

        /// With how many of them.
        package func counted(_ count: Int) -> String {
            switch self {
            case .name: "Without an agreed name: \(count)"
            case .words: "Without a text to be read: \(count)"
            case .wordsUnchecked: "With a text that waits for a second person: \(count)"
            case .wordsRefused: "With a text that may not be read out: \(count)"
            case .acceptor: "With nobody on the guest list to accept: \(count)"
            }
        }
    }

    package let candidate: AwardPath
    /// A pseudonym; of an adult or a team the name.
    package let name: String
    package let award: String
    package let lacks: [Lack]

    package init(candidate: AwardPath, name: String, award: String, lacks: [Lack]) {
        self.candidate = candidate
        self.name = name
        self.award = award
        self.lacks = lacks
    }

    /// How many lack what, in sentences; empty where nothing lacks.
    package static func counts(_ gaps: [CeremonyGap]) -> [String] {
        Lack.allCases.compactMap { lack in
            let count = gaps.count { $0.lacks.contains(lack) }
            return count == 0 ? nil : lack.counted(count) + "."
        }
    }
}
