import Domain
import Foundation
import HTML
import Services

/// Ceremonies in words.
enum CeremonyWords {
    static func time(_ moment: Date) -> String { London.local(moment).time.spoken }

    static func state(_ state: Cue.State) -> String {
        switch state {
        case .waiting: "Waiting"
        case .holding: "Holding picture"
        case .category: "The award"
        case .finalists: "Finalists"
        case .drumRoll: "Drum-roll"
        case .winner: "Winner"
        case .citation: "Citation"
        case .applause: "Applause"
        case .done: "Done"
        }
    }

    /// Whoever is not named: a young person who did not agree to it.
    static let unnamed = "A young person"

    static func names(_ names: [String?]) -> String {
        let known = names.compactMap(\.self)
        let unnamed = names.count - known.count
        return SchemeWords.list(
            known + (unnamed == 0 ? [] : [unnamed == 1 ? Self.unnamed.lowercased() : "\(unnamed) young people"]))
    }

    /// The script with what may be told filled in.
    static func spoken(_ item: RunningOrder.Item, _ finalists: [Finalist], _ told: [Announcement]) -> String {
        let winners = told.filter(\.isWinner)
        let commended = told.filter { !$0.isWinner }
        let winner = winners.isEmpty ? "[the winner, once you have both confirmed]" : names(winners.map(\.name))
        // The last of the places first.
        let honours = [DecisionOutcome.commended, .highlyCommended].compactMap { outcome in
            let named = commended.filter { $0.outcome == outcome }.map(\.name)
            return named.isEmpty ? nil : "\(SchemeWords.outcome(outcome)): \(names(named))."
        }
        let citation = winners.map { $0.words ?? "[no citation was written]" }.joined(separator: "\n\n")
        return item.script
            .replacing("{award}", with: item.title)
            .replacing("{finalists}", with: finalists.isEmpty ? "[the finalists]" : names(finalists.map(\.name)))
            .replacing(
                "{commended}",
                with: told.isEmpty ? "[who is commended, once you have both confirmed]" : honours.joined(separator: " ")
            )
            .replacing("{winner}", with: winner)
            .replacing("{citation}", with: winners.isEmpty ? "[the citation]" : citation)
    }

    static func minutes(_ minutes: Int) -> String { AdminWords.counted(minutes, "minute", "minutes") }
}
