package import Domain
import Postgres
import Store

/// Panels and their conflicts of interest.
extension AwardsService {
    /// - Parameter categories: those that it judges; none named are all that no panel judges yet.
    /// - Parameter asks: as for a judge.
    package func addPanel(
        _ path: AwardPath, chair: String, categories: [String] = [], asks: Bool = false, by actor: Actor,
        in work: Work? = nil
    ) async throws -> [PanelSeat] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "set up panels")
            let scheme = try await locked(path.scheme, actor, work)
            guard scheme.state != .frozen else { throw AwardsRefusal.isFrozen }
            guard Slug.isSlug(path.part) else { throw AwardsRefusal.slugMalformed(String(path.part.prefix(80))) }
            guard let person = try await work.people(known: [chair], actor).first else {
                throw AccessRefusal.notFound("person")
            }
            var wanted: [String] = []
            for category in categories {
                let slug = category.lowercased().split(separator: "/").last.map(String.init) ?? ""
                wanted.append(
                    try await self.category(AwardPath(scheme: scheme.slug, part: slug), by: actor, in: work).slug)
            }
            guard let panel = try await work.transaction.first(InsertPanel(scheme.id, path.part)) else {
                throw AwardsRefusal.taken("The panel \(path.part)")
            }
            let given = try await work.transaction.run(InsertPanelCategories(panel, wanted))
            if let other = wanted.first(where: { !given.contains($0) }) { throw AwardsRefusal.judgedElsewhere(other) }
            try await seat(person, chair, .chair, on: panel, asks: asks, work)
            try await work.transaction.run(SuggestConflicts(scheme.id))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "panel.add", "panel:\(scheme.slug)/\(path.part)",
                        after: .object([
                            "chair": "person:\(person)", "categories": given.sorted().joined(separator: ";"),
                        ]))
                ])
            return try await work.transaction.run(PanelSeats(actor, scheme: scheme.slug, panel: path.part))
        }
    }

    /// - Parameter asks: whether they are asked by mail, and read nothing before they accept. Without it they count as having
    ///   accepted on paper: at the console a seat is taken and used in one go, with nobody there to answer.
    package func addJudge(
        _ email: String, to path: AwardPath, part: PanelSeat.Part = .judge, asks: Bool = false, by actor: Actor,
        in work: Work? = nil
    ) async throws -> [PanelSeat] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "set up panels")
            let scheme = try await locked(path.scheme, actor, work)
            guard scheme.state != .frozen else { throw AwardsRefusal.isFrozen }
            guard
                let panel = try await work.transaction.first(PanelKey(AwardPath(scheme: scheme.slug, part: path.part)))
            else { throw AccessRefusal.notFound("panel") }
            guard let person = try await work.people(known: [email], actor).first else {
                throw AccessRefusal.notFound("person")
            }
            try await seat(person, email, part, on: panel.panel, asks: asks, work)
            try await work.transaction.run(SuggestConflicts(scheme.id))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "panel.judge", "panel:\(scheme.slug)/\(path.part)",
                        after: .object(["judge": "person:\(person)", "part": part.rawValue]))
                ])
            return try await work.transaction.run(PanelSeats(actor, scheme: scheme.slug, panel: path.part))
        }
    }

    func seat(
        _ person: ID<Person>, _ email: String, _ part: PanelSeat.Part, on panel: Int, asks: Bool, _ work: Work
    ) async throws {
        try await meaning(of: [
            "category_sides_apart": .judgeStandsInCategory, "panel_member_one_chair": .taken("A chair"),
            "panel_member_one_deputy": .taken("A deputy"),
        ]) {
            guard
                try await work.transaction.first(InsertPanelMember(panel, person, part, asks ? .asked : .paper)) != nil
            else {
                throw AwardsRefusal.memberAlready
            }
        }
        if asks, !email.lowercased().hasSuffix(".invalid") { try await invite(person, to: panel, work) }
    }

    package func panels(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> [PanelSeat] {
        let scheme = try await self.scheme(scheme, by: actor, in: work)
        return try await house.read(PanelSeats(actor, scheme: scheme.slug), in: work)
    }

    /// The conflicts that the actor may know of, those that wait for a decision first.
    package func conflicts(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> [Conflict] {
        try await house.within(work) { work in
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            let seats = try await work.transaction.run(PanelSeats(actor, scheme: scheme.slug))
            let isStaff = try await work.transaction.first(ActorHolds(actor, [.staff]))?.allowed ?? false
            guard isStaff || !seats.isEmpty else { throw AccessRefusal.notAllowed("see conflicts") }
            return try await work.transaction.run(Conflicts(actor, scheme: scheme.slug))
        }
    }

    /// A judge steps back from a candidate, who from then on does not exist for them; a ballot of theirs no longer counts.
    ///
    /// - Returns: whether they may take it back, as no ballot that was in had to go.
    @discardableResult
    package func declareConflict(
        _ candidate: AwardPath, reason: String, by actor: Actor, in work: Work? = nil
    ) async throws -> Bool {
        try await house.within(work) { work in
            let reason = try self.reason(reason)
            guard let judge = actor.person else { throw AccessRefusal.signInFirst }
            guard let found = try await work.transaction.first(CandidateForJudge(judge, candidate)) else {
                throw AwardsRefusal.notAssigned
            }
            guard found.scheme == .published else { throw AwardsRefusal.isFrozen }
            var after = ["judge": "person:\(judge)"]
            var wasIn = false
            if let voided = try await work.transaction.first(
                VoidBallot(found.candidate, judge, reason: "A conflict was declared"))
            {
                try await work.transaction.run(DeleteVoidedBallot(voided.ballot))
                wasIn = voided.wasSubmitted
                after["voided"] = voided.wasSubmitted ? "a ballot that had been handed in" : "a draft"
            }
            try await work.transaction.run(
                DeclareConflict(found.candidate, judge, kind: .declared, reason: reason))
            try await work.audit(
                actor, [AuditLine("conflict.declare", "candidate:\(found.candidate)", after: .object(after))])
            return !wasIn
        }
    }

    /// Says that what stands between a judge and a candidate is none. Nobody says that for themselves.
    package func dismissConflict(
        _ candidate: AwardPath, judge email: String, reason: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            let reason = try self.reason(reason)
            let email = try EmailAddress(email).text
            let dismissed = try await work.transaction.run(
                DismissConflicts(actor, candidate, judge: email, reason: reason))
            guard let first = dismissed.first else { throw AccessRefusal.notFound("conflict") }
            let judge = try await work.people([email])[email]
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "conflict.dismiss", "candidate:\(first.candidate)",
                        before: .object([
                            "judge": judge.map { "person:\($0)" },
                            "kinds": dismissed.map(\.kind.rawValue).sorted().joined(separator: ";"),
                        ]))
                ])
        }
    }
}
