package import Domain
import Foundation
import Postgres
import Store

/// The night: cues, confirmations, and what each screen shows.
extension CeremonyService {
    /// What a screen shows of a ceremony at this moment. Winners are in it only as far as whoever looks may read them.
    package struct Stage: Sendable, Equatable {
        package let ceremony: Ceremony
        package let order: RunningOrder
        /// The award on stage.
        package let award: RunningOrder.Item?
        /// Named as soon as the finalists are shown.
        package let finalists: [Finalist]
        /// What may be told of the award on stage; for the room what is shown now or was before.
        package let told: [Announcement]
        /// Who has confirmed the award on stage.
        package let confirmed: Set<CrewPart>
        /// The part of whoever looks.
        package let part: CrewPart?
        /// It has not begun, and is planned for another day: whoever begins it is asked first.
        package let isEarly: Bool

        /// What is being announced now.
        package var announced: [Announcement] { told.filter { $0.step == ceremony.cue.step } }

        /// The award that comes after the one on stage; the first one before it.
        package var following: RunningOrder.Item? {
            let open = order.awards.filter { !$0.isGiven && $0.category != award?.category }
            return open.first { ($0.order ?? 0) > (award?.order ?? 0) } ?? open.first
        }
    }

    /// - Parameter isRoom: what everybody in the room sees; otherwise as the actor may read it, who may be of the crew.
    package func stage(_ slug: String, isRoom: Bool, by actor: Actor, in work: Work? = nil) async throws -> Stage {
        let ceremony = try await ceremony(slug, by: actor, in: work)
        let order = try await order(ceremony, in: work)
        let cue = ceremony.cue
        let award = order.awards.first { $0.category == cue.category }
        let crew = try await house.read(CrewOfCeremony(ceremony.id), in: work)
        let part = crew.first { $0.part.confirms && $0.person == actor.person }?.part
        let confirmed = try await house.read(Confirmations(ceremony.id), in: work)
            .filter { $0.category == cue.category }.map(\.part)
        var finalists: [Finalist] = []
        var told: [Announcement] = []
        if let award, let category = award.category {
            let areNamed = [.finalists, .drumRoll, .winner, .citation, .applause].contains(cue.state)
            if areNamed || !isRoom {
                finalists =
                    cue.isRehearsal
                    ? RehearsalNames.finalists(award)
                    : try await house.read(
                        Finalists(ceremony.id, category, use: isRoom ? .screens : .readOut), in: work)
            }
            told =
                cue.isRehearsal
                ? rehearsed(award, cue, isConfirmed: confirmed.count == 2, isCrew: !isRoom && part != nil)
                : try await house.read(
                    ToldOnStage(ceremony.id, to: isRoom ? nil : actor.person, use: isRoom ? .screens : .readOut),
                    in: work)
        }
        return Stage(
            ceremony: ceremony, order: order, award: award, finalists: finalists, told: told,
            confirmed: Set(confirmed), part: part,
            isEarly: isRoom ? false : try await isEarly(ceremony, in: work))
    }

    private func isEarly(_ ceremony: Ceremony, in work: Work?) async throws -> Bool {
        guard ceremony.cue.state == .waiting, !ceremony.cue.isRehearsal else { return false }
        return try await house.read(IsDayOfCeremony(ceremony.id), in: work).first == false
    }

    /// As `ceremony_told` tells it, with invented names.
    private func rehearsed(
        _ award: RunningOrder.Item, _ cue: Cue, isConfirmed: Bool, isCrew: Bool
    ) -> [Announcement] {
        let isShown = [.winner, .citation, .applause].contains(cue.state)
        guard award.isCelebrated ? [.citation, .applause].contains(cue.state) : isConfirmed && (isShown || isCrew)
        else {
            return []
        }
        return (1...max(1, cue.step)).map { RehearsalNames.announcement($0, of: award) }
    }

    /// Begins a rehearsal, with invented and watermarked winners, or ends it; either leads back to before the first award.
    package func rehearse(_ slug: String, ends: Bool = false, by actor: Actor, in work: Work? = nil) async throws
        -> Ceremony
    {
        try await house.within(work) { work in
            let ceremony = try await night(slug, actor, work)
            if ends {
                guard ceremony.cue.isRehearsal else { throw CeremonyRefusal.notRehearsing }
            } else {
                guard ceremony.cue.isRehearsal || ceremony.cue.state == .waiting else { throw CeremonyRefusal.hasBegun }
            }
            try await work.transaction.run(ResetCue(ceremony.id, isRehearsal: !ends))
            try await work.audit(
                actor, [AuditLine(ends ? "ceremony.end_rehearsal" : "ceremony.rehearse", "ceremony:\(ceremony.slug)")])
            return try await self.ceremony(ceremony.slug, by: actor, in: work)
        }
    }

    /// One press of Next.
    ///
    /// - Parameters:
    ///   - seen: the sequence that whoever presses has before them; something else is refused, so that two who press at once go one
    ///     step and not two.
    ///   - onAnyDay: whether it begins although it is not the day of the ceremony.
    package func next(_ slug: String, seen: Int? = nil, onAnyDay: Bool = false, by actor: Actor, in work: Work? = nil)
        async throws -> Cue
    {
        try await house.within(work) { work in
            let ceremony = try await night(slug, actor, work)
            try requireSeen(seen, ceremony)
            let cue = ceremony.cue
            guard cue.isRehearsal || ceremony.version != nil else {
                let unfrozen = try await work.transaction.run(UnfrozenSchemes(ceremony.id))
                throw unfrozen.isEmpty ? CeremonyRefusal.recompile : CeremonyRefusal.notFrozen(unfrozen)
            }
            if !onAnyDay, try await isEarly(ceremony, in: work) {
                let day = London.local(ceremony.startsAt).day
                throw CeremonyRefusal.notItsDay("\(day.weekday.name) \(day.long)")
            }
            guard let place = try await order(ceremony, in: work).next(after: cue) else { throw CeremonyRefusal.isOver }
            if place.state == .winner { try await requireConfirmed(ceremony, work) }
            // What is about to be shown is held against the frozen result once more.
            if !cue.isRehearsal, place.state == .winner || (place.state == .citation && cue.state == .category) {
                guard try await work.transaction.first(CeremonyVersionHolds(ceremony.id)) == true else {
                    throw CeremonyRefusal.recompile
                }
            }
            if let given = place.gives { try await work.transaction.run(GiveAward(ceremony.id, given)) }
            return try await go(to: place, "cue.next", ceremony, actor, work)
        }
    }

    /// One press of Back. What was confirmed of the award is taken back, so that its winner shows again only when both confirm.
    package func back(
        _ slug: String, isUnlocked: Bool = false, seen: Int? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> Cue {
        try await house.within(work) { work in
            let ceremony = try await night(slug, actor, work)
            try requireSeen(seen, ceremony)
            guard let place = try await order(ceremony, in: work).back(from: ceremony.cue, isUnlocked: isUnlocked)
            else {
                throw CeremonyRefusal.locked
            }
            try await work.transaction.run(DropConfirmations(ceremony.id, place.category))
            return try await go(to: place, isUnlocked ? "cue.unlock" : "cue.back", ceremony, actor, work)
        }
    }

    /// Confirms the award on stage as its presenter or stage manager; before the first, the one that comes first. The second
    /// confirmation tells both of them who won.
    package func confirm(
        _ slug: String, item number: Int, by actor: Actor, in work: Work? = nil
    ) async throws -> Stage {
        try await house.within(work) { work in
            let ceremony = try await night(slug, actor, work)
            guard let person = actor.person else { throw CeremonyRefusal.notCrew }
            let order = try await order(ceremony, in: work)
            let item = try found(number, order)
            guard let category = item.category else {
                throw CeremonyRefusal.noSuchItem(number, last: order.awards.count + 1)
            }
            guard ceremony.cue.state != .done else { throw CeremonyRefusal.nothingOnStage }
            let onStage =
                order.awards.first { $0.category == ceremony.cue.category } ?? order.awards.first { !$0.isGiven }
            guard onStage?.category == category else {
                throw CeremonyRefusal.otherAward(number, onStage: onStage?.order ?? 0)
            }
            guard ![.winner, .citation, .applause].contains(ceremony.cue.state) else {
                throw CeremonyRefusal.alreadyShown
            }
            guard let part = try await work.transaction.first(ConfirmAward(ceremony.id, category, by: person)) else {
                throw CeremonyRefusal.notCrew
            }
            try await changed("cue.confirm", ceremony, ["award": item.path, "part": part.rawValue], actor, work)
            return try await stage(ceremony.slug, isRoom: false, by: actor, in: work)
        }
    }

    /// The ceremony, locked, for its presenter and stage manager and for those who run ceremonies.
    private func night(_ slug: String, _ actor: Actor, _ work: Work) async throws -> Ceremony {
        let ceremony = try await locked(slug, actor, work)
        let crew = try await work.transaction.run(CrewOfCeremony(ceremony.id))
        if crew.contains(where: { $0.part.confirms && $0.person == actor.person }) { return ceremony }
        guard try await work.transaction.first(ActorHolds(actor, [.staff, .admin]))?.allowed == true else {
            throw CeremonyRefusal.notCrew
        }
        return ceremony
    }

    private func requireSeen(_ seen: Int?, _ ceremony: Ceremony) throws {
        if let seen, seen != ceremony.cue.sequence { throw CeremonyRefusal.movedOn }
    }

    private func requireConfirmed(_ ceremony: Ceremony, _ work: Work) async throws {
        let crew = try await work.transaction.run(CrewOfCeremony(ceremony.id)).map(\.part)
        let unnamed = [CrewPart.presenter, .stageManager].filter { !crew.contains($0) }
        guard unnamed.isEmpty else { throw CeremonyRefusal.crewMissing(unnamed) }
        let confirmed = try await work.transaction.run(Confirmations(ceremony.id))
            .filter { $0.category == ceremony.cue.category }.map(\.part)
        let missing = [CrewPart.presenter, .stageManager].filter { !confirmed.contains($0) }
        guard missing.isEmpty else { throw CeremonyRefusal.notConfirmed(missing) }
    }

    private func go(
        to place: CuePlace, _ action: String, _ ceremony: Ceremony, _ actor: Actor, _ work: Work
    ) async throws -> Cue {
        try await work.transaction.run(MoveCue(ceremony.id, to: place))
        try await work.audit(
            actor,
            [
                AuditLine(
                    action, "ceremony:\(ceremony.slug)",
                    before: .object(["state": ceremony.cue.state.rawValue]),
                    after: .object([
                        "state": place.state.rawValue, "step": "\(place.step)",
                        "rehearsal": ceremony.cue.isRehearsal ? "yes" : nil,
                    ]))
            ])
        return try await self.ceremony(ceremony.slug, by: actor, in: work).cue
    }
}
