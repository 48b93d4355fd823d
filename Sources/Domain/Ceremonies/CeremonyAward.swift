/// An award as a ceremony gives it. No winner is in it.
package struct CeremonyAward: Sendable, Equatable {
    package let category: ID<AwardCategory>
    /// `SCHEME/CATEGORY`
    package let path: String
    package let title: String
    package let eligibility: String
    package let scheme: String
    /// Everybody is celebrated, and nobody wins.
    package let isCelebrated: Bool
    package let isForYoungPeople: Bool
    package let bands: [String]
    /// How often something is announced: a winner for each band, or each of those celebrated.
    package let steps: Int
    package let finalists: Int

    package init(
        category: ID<AwardCategory>, path: String, title: String, eligibility: String, scheme: String,
        isCelebrated: Bool, isForYoungPeople: Bool, bands: [String], steps: Int, finalists: Int
    ) {
        self.category = category
        self.path = path
        self.title = title
        self.eligibility = eligibility
        self.scheme = scheme
        self.isCelebrated = isCelebrated
        self.isForYoungPeople = isForYoungPeople
        self.bands = bands
        self.steps = steps
        self.finalists = finalists
    }

    /// How long it takes, in whole minutes: one to open it, fifteen seconds to name a finalist, two minutes for a winner to come
    /// forward and be read of, three quarters of one for somebody who is celebrated.
    package var minutes: Int {
        let seconds = 60 + (isCelebrated ? steps * 45 : finalists * 15 + steps * 120)
        return (seconds + 59) / 60
    }

    /// Orders awards as a ceremony gives them unless somebody moves them: those of young people first, those with age bands, where
    /// the youngest stand, before the others, as children tire; then no long award after a long one where a shorter can come between.
    /// Otherwise as the schemes have them, and the last award of all stays the last of its part.
    package static func arranged(_ awards: [CeremonyAward]) -> [CeremonyAward] {
        let parts: [(CeremonyAward) -> Bool] = [
            { $0.isForYoungPeople && !$0.bands.isEmpty }, { $0.isForYoungPeople && $0.bands.isEmpty },
            { !$0.isForYoungPeople },
        ]
        return parts.flatMap { belongs in balanced(awards.filter(belongs)) }
    }

    private static func balanced(_ part: [CeremonyAward]) -> [CeremonyAward] {
        guard part.count > 3, let finale = part.last else { return part }
        var waiting = Array(part.dropLast())
        let middle = part.map(\.minutes).sorted()[part.count / 2]
        var arranged: [CeremonyAward] = []
        while let first = waiting.first {
            let isLong = (arranged.last?.minutes ?? 0) > middle
            let chosen =
                isLong && first.minutes > middle ? waiting.firstIndex { $0.minutes <= middle } ?? 0 : 0
            arranged.append(waiting.remove(at: chosen))
        }
        return arranged + [finale]
    }
}

/// What somebody wrote over an item of the running order. It belongs to the item whatever version is current; nil is as compiled.
package struct CeremonyEdit: Sendable, Equatable {
    package enum Subject: Sendable, Hashable {
        case welcome, close
        case award(ID<AwardCategory>)
    }

    package let subject: Subject
    package var script: String?
    package var presenter: String?
    package var minutes: Int?
    /// The award's number in the order. From 1.
    package var place: Int?

    package init(
        subject: Subject, script: String? = nil, presenter: String? = nil, minutes: Int? = nil, place: Int? = nil
    ) {
        self.subject = subject
        self.script = script
        self.presenter = presenter
        self.minutes = minutes
        self.place = place
    }

    package var isEmpty: Bool { script == nil && presenter == nil && minutes == nil && place == nil }
}

/// Something between two awards.
package struct CeremonyInterlude: Sendable, Equatable {
    package let id: ID<CeremonyInterlude>
    /// The award that it follows; nil follows the welcome.
    package let after: ID<AwardCategory>?
    package let title: String
    package let minutes: Int

    package init(id: ID<CeremonyInterlude>, after: ID<AwardCategory>?, title: String, minutes: Int) {
        self.id = id
        self.after = after
        self.title = title
        self.minutes = minutes
    }
}
