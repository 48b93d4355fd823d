import CSV
import Domain
import Foundation
import Services

/// Panels, conflicts, and the ballots of an open round, each by whoever would have done it.
extension AwardsSeed {
    func judge(
        _ scheme: CSVRecord, _ slug: String, _ candidates: [String: AwardPath], _ work: Work
    ) async throws {
        try await seatPanels(of: slug, work)
        let people = try await services.people.people(by: actor, in: work)
        let judges = Dictionary(
            people.map { ($0.email, Actor(.person($0.id), channel: actor.channel)) },
            uniquingKeysWith: { one, _ in one })
        try await decideConflicts(of: slug, candidates, judges, work)
        guard scheme["round"] == "open" else { return }
        _ = try await services.awards.assign(slug, by: actor, in: work)
        _ = try await services.awards.openRound(slug, by: actor, in: work)
        try await score(slug, candidates, judges, work)
    }

    private func seatPanels(of slug: String, _ work: Work) async throws {
        for record in records("panels.csv") {
            let path = try AwardPath(pair: record["panel"] ?? "", "SCHEME/PANEL")
            guard path.scheme == slug else { continue }
            let email = record["email"] ?? ""
            switch record["part"].flatMap(PanelSeat.Part.init(rawValue:)) ?? .judge {
            case .chair:
                _ = try await services.awards.addPanel(
                    path, chair: email, categories: list(record["categories"]), by: actor, in: work)
            case let part:
                _ = try await services.awards.addJudge(email, to: path, part: part, by: actor, in: work)
            }
        }
    }

    private func decideConflicts(
        of slug: String, _ candidates: [String: AwardPath], _ judges: [String: Actor], _ work: Work
    ) async throws {
        for record in records("conflicts.csv") {
            guard let (candidate, email, judge) = pair(record, candidates, judges), candidate.scheme == slug else {
                continue
            }
            let reason = record["reason"] ?? ""
            if record["state"] == "dismissed" {
                try await services.awards.dismissConflict(candidate, judge: email, reason: reason, by: actor, in: work)
            } else {
                try await services.awards.declareConflict(candidate, reason: reason, by: judge, in: work)
            }
        }
    }

    /// A ballot for somebody whom the judge is not to score, after the conflicts that came up, is left out.
    private func score(
        _ slug: String, _ candidates: [String: AwardPath], _ judges: [String: Actor], _ work: Work
    ) async throws {
        for record in records("ballots.csv") {
            guard let (candidate, _, judge) = pair(record, candidates, judges), candidate.scheme == slug else {
                continue
            }
            let marks = try list(record["marks"]).map { try AwardsService.NamedMark($0) }
            do {
                _ = try await services.awards.submitBallot(
                    candidate, marks: marks, comment: record["comment"] ?? "", by: judge, in: work)
            } catch AwardsRefusal.notAssigned {}
        }
    }

    private func pair(
        _ record: CSVRecord, _ candidates: [String: AwardPath], _ judges: [String: Actor]
    ) -> (candidate: AwardPath, email: String, judge: Actor)? {
        guard let email = record["judge_email"], let judge = judges[email],
            let candidate = candidates["\(record["category"] ?? "") \(record["nominee"] ?? "")"]
        else { return nil }
        return (candidate, email, judge)
    }

    private func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
