package import Domain
import Foundation
import Postgres
import Store

/// Mail about awards: it calls people to the pages, and names no nominee, no award and no candidate.
extension AwardsService {
    /// Thanks a nominator, once for each nomination. What is loaded from the shell thanks nobody.
    func thank(_ nominator: ID<Person>, for nomination: UUID, _ actor: Actor, _ work: Work) async throws {
        guard actor.person != nil else { return }
        let template = MessageTemplate.nominationThanks
        try await work.transaction.run(
            InsertMessages([
                .init(
                    person: nominator, template: template, payload: "{}",
                    dedupeKey: "\(template.rawValue):\(nomination.uuidString.lowercased())", messageID: mailID(template)
                )
            ]))
    }

    /// Reminds every judge whose ballots are missing in open rounds, once a day at most. A young judge has no address.
    ///
    /// - Returns: how many judges still owe ballots.
    package func remindJudges(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> Int {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "remind judges")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            guard try await !work.transaction.run(LockOpenRounds(scheme.id)).isEmpty else {
                throw AwardsRefusal.roundNotOpen
            }
            let owing = Set(try await work.transaction.run(MissingBallots(scheme.id)).map(\.ballot.judge))
                .filter { !$0.hasSuffix(".invalid") }.sorted()
            let keys = try await work.people(owing)
            let day = London.local(house.outside.now()).day.iso
            let template = MessageTemplate.judgingReminder
            try await work.transaction.run(
                InsertMessages(
                    owing.compactMap { keys[$0] }.map { judge in
                        .init(
                            person: judge, template: template,
                            payload: JSONText.object(["judge": String(judge.rawValue)]).text,
                            dedupeKey: "\(template.rawValue):\(scheme.slug):\(judge):\(day)",
                            messageID: mailID(template), minutes: 24 * 60)
                    }))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "round.remind", "scheme:\(scheme.slug)", after: .object(["judges": String(owing.count)]))
                ])
            return owing.count
        }
    }

    /// Writes to the other officers who may look at nominations that wait, once a day at most. Answers how many they are.
    package func askScreeners(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> Int {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "remind others")
            guard let person = actor.person else { throw AccessRefusal.signInFirst }
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            let others = try await work.transaction.run(ScreenersOfWaiting(scheme.id, but: person))
            let day = London.local(house.outside.now()).day.iso
            let template = MessageTemplate.nominationsWait
            try await work.transaction.run(
                InsertMessages(
                    others.map { officer in
                        .init(
                            person: officer, template: template, payload: "{}",
                            dedupeKey: "\(template.rawValue):\(scheme.slug):\(officer):\(day)",
                            messageID: mailID(template), minutes: 24 * 60)
                    }))
            try await work.audit(actor, [AuditLine("scheme.ask_screeners", "scheme:\(scheme.slug)")])
            return others.count
        }
    }

    /// Writes once to every judge who can begin. What is loaded from the shell writes to nobody.
    func tellJudges(of scheme: Scheme, _ actor: Actor, _ work: Work) async throws {
        guard actor.person != nil else { return }
        let judges = try await work.transaction.run(JudgesWhoCanBegin(scheme.id))
        let day = London.local(house.outside.now()).day.iso
        let template = MessageTemplate.roundOpened
        try await work.transaction.run(
            InsertMessages(
                judges.map { judge in
                    .init(
                        person: judge, template: template,
                        payload: JSONText.object(["judge": String(judge.rawValue)]).text,
                        dedupeKey: "\(template.rawValue):\(scheme.slug):\(judge):\(day)",
                        messageID: mailID(template))
                }))
    }

    /// Asks somebody to judge, once a day for each panel at most.
    func invite(_ judge: ID<Person>, to panel: Int, _ work: Work) async throws {
        let template = MessageTemplate.judgeInvited
        let day = London.local(house.outside.now()).day.iso
        try await work.transaction.run(
            InsertMessages([
                .init(
                    person: judge, template: template,
                    payload: JSONText.object(["judge": String(judge.rawValue)]).text,
                    dedupeKey: "\(template.rawValue):\(panel):\(judge):\(day)", messageID: mailID(template))
            ]))
    }

    /// Tells a judge, once a day at most, that a ballot of theirs was typed in from paper.
    func tellOfPaper(_ judge: ID<Person>, _ work: Work) async throws {
        let template = MessageTemplate.ballotTyped
        let day = London.local(house.outside.now()).day.iso
        try await work.transaction.run(
            InsertMessages([
                .init(
                    person: judge, template: template, payload: "{}",
                    dedupeKey: "\(template.rawValue):\(judge):\(day)", messageID: mailID(template))
            ]))
    }

    func mailID(_ template: MessageTemplate) -> String {
        "\(template.rawValue).\(house.outside.uuid())@\(house.settings.uidDomain)"
    }
}
