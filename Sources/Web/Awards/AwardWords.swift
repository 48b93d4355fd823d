import Domain
import Foundation

/// What pages say of schemes, in sentences.
enum AwardWords {
    /// Until when somebody can nominate.
    static func window(_ scheme: Scheme) -> String {
        let first = London.local(scheme.opensAt).day
        // The last day is the one that ends at the closing moment.
        let closed = min(scheme.closesAt.addingTimeInterval(-60), scheme.nominationsClosedAt ?? .distantFuture)
        let last = London.local(closed).day
        if scheme.isOpen { return "Nominations are open until the end of \(last.spoken)." }
        if scheme.state == .draft { return "This scheme is not published yet." }
        if scheme.nominationsClosedAt == nil, scheme.publishedAt.map({ $0 < scheme.opensAt }) ?? false {
            return "Nominations open on \(first.spoken) and close at the end of \(last.spoken)."
        }
        return "Nominations are closed. They were open from \(first.long) to \(last.long)."
    }

    static func criterion(_ criterion: AwardCriterion) -> String {
        "\(criterion.name): \(marks(criterion))"
    }

    /// "from 0 to 10 – 0 nothing seen, 10 changed how we all work"
    static func marks(_ criterion: AwardCriterion) -> String {
        let marks = "from \(criterion.lowest) to \(criterion.highest)"
        return criterion.scale.isEmpty ? marks : "\(marks) – \(criterion.scale)"
    }

    static func decided(_ scheme: Scheme) -> String {
        switch (scheme.kind, scheme.ranking) {
        case (.celebrated, _): "Everyone is celebrated: there are no scores and no ranks."
        case (_, .raw):
            "Judges who have nothing to do with a candidate score each on their own. The mean of their scores is put before the panel, which decides."
        case (_, .adjusted):
            "Judges who have nothing to do with a candidate score each on their own. Their mean, allowing for how severe each judge is, is put before the panel, which decides."
        }
    }

    /// What becomes of a nomination, and when.
    static func next(_ scheme: Scheme) -> [String] {
        let last = London.local(scheme.closesAt.addingTimeInterval(-60)).day
        let heard = "You hear from us when the result is public, whatever the panel decided."
        if scheme.state == .frozen { return ["The panel has decided.", heard] }
        let read =
            "The centre reads every nomination and checks that it fits the award. If yours does not, you can read why under My nominations."
        let steps =
            scheme.kind == .celebrated
            ? [read, "Everybody who fits is celebrated. Nobody scores them."]
            : [read, "Then the judges score on their own. They do not learn who nominated.", heard]
        guard scheme.isOpen else { return steps }
        return [
            "Until \(last.spoken) others can nominate too. If they name the same person, your words are read together with theirs."
        ] + steps
    }

    /// What became of a nomination, to whoever wrote it.
    static func told(_ outcome: DecisionOutcome) -> String {
        switch outcome {
        case .winner: "They won."
        case .jointWinner: "They won, together with somebody else."
        case .highlyCommended: "They are highly commended."
        case .commended: "They are commended."
        case .celebrated: "They are celebrated."
        case .notPlaced: "They were not placed this time. That you thought of them counts: please tell them so."
        }
    }
}
