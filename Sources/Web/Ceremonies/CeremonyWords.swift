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

    /// What an award's script is said for: all of it, or one band after the other, as on the night.
    static func steps(_ item: RunningOrder.Item) -> [Int] {
        item.isCelebrated || item.steps < 2 ? [] : Array(1...item.steps)
    }

    /// "1 of 2: 8-10"; the band where it is known.
    static func step(_ step: Int, of item: RunningOrder.Item, band: String? = nil) -> String {
        let known = item.bands.count == item.steps ? item.bands.dropFirst(step - 1).first : nil
        return "\(step) of \(item.steps)" + ((band ?? known).map { ": \($0)" } ?? "")
    }

    /// Those in the running, band by band where there are several.
    static func running(_ finalists: [Finalist]) -> String {
        var bands: [String?] = []
        for finalist in finalists where !bands.contains(finalist.band) { bands.append(finalist.band) }
        guard bands.count > 1 else { return names(finalists.map(\.name)) }
        return bands.map { band in
            names(finalists.filter { $0.band == band }.map(\.name)) + (band.map { " (\($0))" } ?? "")
        }
        .joined(separator: "; ")
    }

    /// The script with what may be told filled in.
    static func spoken(_ item: RunningOrder.Item, _ finalists: [Finalist], _ told: [Announcement]) -> String {
        // Once a band is told, those of the others are not in the running for it.
        let finalists = told.first.map { first in finalists.filter { $0.band == first.band } } ?? finalists
        let winners = told.filter(\.isWinner)
        let commended = told.filter { !$0.isWinner }
        let winner = winners.isEmpty ? "[the winner, once you have both confirmed]" : names(winners.map(\.name))
        // The last of the places first.
        let honours = [DecisionOutcome.commended, .highlyCommended].compactMap { outcome in
            let named = commended.filter { $0.outcome == outcome }.map(\.name)
            return named.isEmpty ? nil : "\(SchemeWords.outcome(outcome)): \(names(named))."
        }
        let citation = winners.map { $0.words ?? "[no citation was written]" }.joined(separator: "\n\n")
        // A sentence about nobody is not said.
        let script =
            finalists.isEmpty && !told.isEmpty
            ? item.script.split(separator: "\n").filter { !$0.contains("{finalists}") }.joined(separator: "\n")
            : item.script
        return
            script
            .replacing("{award}", with: item.title)
            .replacing("{finalists}", with: finalists.isEmpty ? "[the finalists]" : running(finalists))
            .replacing(
                "{commended}",
                with: told.isEmpty ? "[who is commended, once you have both confirmed]" : honours.joined(separator: " ")
            )
            .replacing("{winner}", with: winner)
            .replacing("{citation}", with: winners.isEmpty ? "[the citation]" : citation)
    }

    static func minutes(_ minutes: Int) -> String { AdminWords.counted(minutes, "minute", "minutes") }
}
