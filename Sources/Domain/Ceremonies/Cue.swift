/// Where a ceremony is. Screens follow `sequence`, which rises with every change.
package struct Cue: Sendable, Equatable {
    /// What the screens show of an award. Each award passes through them in this order; one where everybody is celebrated has
    /// neither finalists nor a winner, and one citation after the other.
    package enum State: String, Sendable, CaseIterable {
        case waiting, holding, category, finalists
        case drumRoll = "drum_roll"
        case winner, citation, applause, done
    }

    package let isRehearsal: Bool
    package let sequence: Int
    /// The award on stage; nil before the first and after the last.
    package let category: ID<AwardCategory>?
    package let state: State
    /// Which of the award's announcements it is: a band's winner, or the next of those celebrated. From 1.
    package let step: Int

    package init(
        isRehearsal: Bool, sequence: Int, category: ID<AwardCategory>?, state: State, step: Int
    ) {
        self.isRehearsal = isRehearsal
        self.sequence = sequence
        self.category = category
        self.state = state
        self.step = step
    }
}

/// A place in a ceremony to go to.
package struct CuePlace: Sendable, Equatable {
    package let category: ID<AwardCategory>?
    package let state: Cue.State
    package let step: Int
    /// The award that is over when this place is reached.
    package let gives: ID<AwardCategory>?

    package init(category: ID<AwardCategory>?, state: Cue.State, step: Int = 1, gives: ID<AwardCategory>? = nil) {
        self.category = category
        self.state = state
        self.step = step
        self.gives = gives
    }
}

extension RunningOrder {
    /// Where one press of Next leads from here; nil after the end. Awards that were given are passed over, wherever they stand
    /// in the order now.
    package func next(after cue: Cue) -> CuePlace? {
        guard cue.state != .done else { return nil }
        guard let award = award(cue.category) else { return beginning(of: firstToGive, gives: nil) }
        let more = cue.step < award.steps
        switch (cue.state, award.isCelebrated) {
        case (.holding, _): return CuePlace(category: award.category, state: .category)
        case (.category, true):
            return CuePlace(category: award.category, state: award.steps > 0 ? .citation : .applause)
        case (.category, false): return CuePlace(category: award.category, state: .finalists)
        case (.finalists, _): return CuePlace(category: award.category, state: .drumRoll)
        case (.drumRoll, _): return CuePlace(category: award.category, state: .winner, step: cue.step)
        case (.winner, _): return CuePlace(category: award.category, state: .citation, step: cue.step)
        case (.citation, true) where more:
            return CuePlace(category: award.category, state: .citation, step: cue.step + 1)
        case (.citation, false) where more:
            return CuePlace(category: award.category, state: .drumRoll, step: cue.step + 1)
        case (.citation, _): return CuePlace(category: award.category, state: .applause, step: cue.step)
        default: return beginning(of: toGive(after: award), gives: award.category)
        }
    }

    /// Where one press of Back leads. It never shows a winner again: from whatever comes after the finalists it leads to them.
    /// From the finalists and before only who unlocks it goes back, and nobody goes back into an award that was given.
    package func back(from cue: Cue, isUnlocked: Bool) -> CuePlace? {
        guard let award = award(cue.category) else { return nil }
        switch cue.state {
        case .drumRoll, .winner, .citation, .applause:
            return CuePlace(category: award.category, state: award.isCelebrated ? .category : .finalists)
        case .finalists where isUnlocked: return CuePlace(category: award.category, state: .category)
        case .category where isUnlocked: return CuePlace(category: award.category, state: .holding)
        default: return nil
        }
    }

    private func award(_ category: ID<AwardCategory>?) -> Item? {
        items.first { $0.kind == .category && $0.category == category }
    }

    private var firstToGive: Item? { items.first { $0.kind == .category && !$0.isGiven } }

    /// The first one below it, then those above that were moved there.
    private func toGive(after award: Item) -> Item? {
        let open = items.filter { $0.kind == .category && !$0.isGiven && $0.category != award.category }
        return open.first { ($0.order ?? 0) > (award.order ?? 0) } ?? open.first
    }

    private func beginning(of item: Item?, gives: ID<AwardCategory>?) -> CuePlace {
        guard let item else { return CuePlace(category: nil, state: .done, gives: gives) }
        return CuePlace(category: item.category, state: .holding, gives: gives)
    }
}
