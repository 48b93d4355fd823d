package import Foundation

/// What happens when: made of what was compiled and of what somebody wrote over it, each time anew.
///
/// Awards are numbered from 1; the welcome is 0 and the close one more than the last award. Times are as planned.
package struct RunningOrder: Sendable, Equatable {
    package enum Kind: String, Sendable { case welcome, category, interlude, close }

    package struct Item: Sendable, Equatable {
        package let kind: Kind
        /// Nil for an interlude.
        package let order: Int?
        package let category: ID<AwardCategory>?
        /// `SCHEME/CATEGORY` of an award.
        package let path: String?
        package let title: String
        package let startsAt: Date
        package let minutes: Int
        package let presenter: String?
        /// What the presenter says first, with places to fill in: `{finalists}`, `{commended}`, `{winner}`, `{citation}`.
        package let script: String
        /// What somebody wrote over what was compiled.
        package let edit: CeremonyEdit?
        package let interlude: ID<CeremonyInterlude>?
        package let isCelebrated: Bool
        package let steps: Int
        /// The age bands that its rules have.
        package let bands: [String]
        package let finalists: Int
        package let isGiven: Bool
        /// How long it would take as compiled.
        package let compiledMinutes: Int
    }

    package private(set) var items: [Item] = []

    /// - Parameters:
    ///   - awards: in the order that they were compiled in.
    ///   - presenter: whoever presents where nobody else was named.
    ///   - given: awards that are over.
    package init(
        title: String, startsAt: Date, awards: [CeremonyAward], edits: [CeremonyEdit] = [],
        interludes: [CeremonyInterlude] = [], presenter: String? = nil, given: Set<ID<AwardCategory>> = []
    ) {
        let edits = Dictionary(edits.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        var clock = startsAt
        func add(
            _ kind: Kind, order: Int?, title: String, minutes: Int, script: String, award: CeremonyAward? = nil,
            subject: CeremonyEdit.Subject? = nil, interlude: ID<CeremonyInterlude>? = nil
        ) {
            let edit = subject.flatMap { edits[$0] }.flatMap { $0.isEmpty ? nil : $0 }
            let taken = edit?.minutes ?? minutes
            items.append(
                Item(
                    kind: kind, order: order, category: award?.category, path: award?.path, title: title,
                    startsAt: clock, minutes: taken, presenter: edit?.presenter ?? presenter,
                    script: edit?.script ?? script, edit: edit, interlude: interlude,
                    isCelebrated: award?.isCelebrated ?? false, steps: award?.steps ?? 0,
                    bands: award?.bands ?? [], finalists: award?.finalists ?? 0,
                    isGiven: award.map { given.contains($0.category) } ?? false,
                    compiledMinutes: minutes))
            clock += Double(taken) * 60
        }
        func addInterludes(after category: ID<AwardCategory>?) {
            for interlude in interludes where interlude.after == category {
                add(
                    .interlude, order: nil, title: interlude.title, minutes: interlude.minutes,
                    script: interlude.title + ".", interlude: interlude.id)
            }
        }
        add(
            .welcome, order: 0, title: "Welcome", minutes: 5, script: "Good evening, and welcome to \(title).",
            subject: .welcome)
        addInterludes(after: nil)
        let placed = Self.placed(awards, edits)
        for (index, award) in placed.enumerated() {
            add(
                .category, order: index + 1, title: award.title, minutes: award.minutes, script: Self.script(award),
                award: award, subject: .award(award.category))
            addInterludes(after: award.category)
        }
        add(
            .close, order: placed.count + 1, title: "Close", minutes: 5,
            script: "Thank you to everybody who was nominated, who nominated and who judged. Good night.",
            subject: .close)
    }

    /// One row for each award.
    package var awards: [Item] { items.filter { $0.kind == .category } }

    package var endsAt: Date { items.last.map { $0.startsAt + Double($0.minutes) * 60 } ?? .distantPast }

    package func item(_ order: Int) -> Item? { items.first { $0.order == order } }

    /// Awards that somebody moved stand where they were put, and the others fill what is left in their own order.
    private static func placed(
        _ awards: [CeremonyAward], _ edits: [CeremonyEdit.Subject: CeremonyEdit]
    ) -> [CeremonyAward] {
        func place(_ award: CeremonyAward) -> Int? { edits[.award(award.category)]?.place }
        let moved = awards.filter { place($0) != nil }.sorted { (place($0) ?? 0) < (place($1) ?? 0) }
        var order = awards.filter { place($0) == nil }
        for award in moved {
            order.insert(award, at: min(max((place(award) ?? 1) - 1, 0), order.count))
        }
        return order
    }

    /// The places of all awards that were ever moved, after one of them is moved to another number: the others stay where they
    /// are seen.
    package func moving(_ category: ID<AwardCategory>, to place: Int) -> [ID<AwardCategory>: Int] {
        var order = awards.compactMap(\.category)
        guard let from = order.firstIndex(of: category) else { return [:] }
        order.remove(at: from)
        order.insert(category, at: min(max(place - 1, 0), order.count))
        let moved = Set(awards.filter { $0.edit?.place != nil }.compactMap(\.category)).union([category])
        return Dictionary(
            order.enumerated().filter { moved.contains($0.element) }.map { ($0.element, $0.offset + 1) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func script(_ award: CeremonyAward) -> String {
        // "Anyone who …" goes on the sentence in small letters.
        let whom = award.eligibility.prefix(1).lowercased() + award.eligibility.dropFirst()
        let opening = "The award for \(award.title)" + (whom.isEmpty ? "." : ": it is for \(whom).")
        if award.isCelebrated { return opening + "\n\nTonight we celebrate everybody. {winner}.\n\n{citation}" }
        return opening
            + (award.finalists > 0 ? "\n\nIn the running are {finalists}." : "")
            + (award.finalists > 0 ? "\n\n{commended}" : "") + "\n\nAnd the award goes to … {winner}!\n\n{citation}"
    }

    /// What would have to go for the ceremony to be over in time, the cheapest first, as far as it takes.
    package struct Cut: Sendable, Equatable {
        package let title: String
        package let minutes: Int
        /// An interlude is left out; an award or a speech is cut to what was compiled.
        package let isLeftOut: Bool
    }

    package func cuts(toFinishBy end: Date) -> [Cut] {
        var over = Int(((endsAt.timeIntervalSince(end)) / 60).rounded(.up))
        guard over > 0 else { return [] }
        let left = items.filter { $0.kind == .interlude }
            .map { Cut(title: $0.title, minutes: $0.minutes, isLeftOut: true) }
        let shortened = items.filter { $0.minutes > $0.compiledMinutes }
            .map { Cut(title: $0.title, minutes: $0.minutes - $0.compiledMinutes, isLeftOut: false) }
        var cuts: [Cut] = []
        for cut in shortened.sorted(by: Self.isLonger) + left.sorted(by: Self.isLonger) where over > 0 {
            cuts.append(cut)
            over -= cut.minutes
        }
        return cuts
    }

    private static func isLonger(_ left: Cut, _ right: Cut) -> Bool { left.minutes > right.minutes }
}
