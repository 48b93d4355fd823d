package import Domain
import Foundation
import Postgres
import Store

/// The running order: compiled, and what is written over it.
extension CeremonyService {
    /// What happens when, with what somebody wrote over it. Before the ceremony is compiled, as it is planned.
    package func order(of slug: String, by actor: Actor, in work: Work? = nil) async throws -> RunningOrder {
        try await order(try await ceremony(slug, by: actor, in: work), in: work)
    }

    func order(_ ceremony: Ceremony, in work: Work?) async throws -> RunningOrder {
        let awards = try await house.read(AwardsOfCeremony(ceremony.id), in: work)
        let crew = try await house.read(CrewOfCeremony(ceremony.id), in: work)
        return RunningOrder(
            title: ceremony.title, startsAt: ceremony.startsAt,
            awards: ceremony.version == nil ? CeremonyAward.arranged(awards) : awards,
            edits: try await house.read(EditsOfCeremony(ceremony.id), in: work),
            interludes: try await house.read(InterludesOfCeremony(ceremony.id), in: work),
            presenter: crew.first { $0.part == .presenter }?.name,
            given: Set(try await house.read(GivenAwards(ceremony.id), in: work)))
    }

    /// Makes the next version from the frozen results. What was written over the running order stays; confirmations are taken back.
    package func compile(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> Ceremony {
        try await house.within(work) { work in
            let ceremony = try await run(slug, actor, work)
            guard ceremony.cue.isRehearsal || ![.drumRoll, .winner, .citation].contains(ceremony.cue.state) else {
                throw CeremonyRefusal.announcing
            }
            let unfrozen = try await work.transaction.run(UnfrozenSchemes(ceremony.id))
            guard unfrozen.isEmpty else { throw CeremonyRefusal.notFrozen(unfrozen) }
            let made = try await work.transaction.first(CompileCeremony(ceremony.id, by: actor.person))
            guard let version = made ?? nil else { throw CeremonyRefusal.resultBroken(ceremony.schemes) }
            let awards = try await work.transaction.run(AwardsOfCeremony(ceremony.id))
            guard !awards.isEmpty else { throw CeremonyRefusal.nothingToGive }
            try await work.transaction.run(
                PlaceAwards(ceremony.id, CeremonyAward.arranged(awards).map(\.category)))
            try await work.transaction.run(DropConfirmations(ceremony.id))
            try await changed("ceremony.compile", ceremony, ["version": "\(version)"], actor, work)
            return try await self.ceremony(ceremony.slug, by: actor, in: work)
        }
    }

    /// Puts an award at another place; the others stay where they are seen.
    package func move(
        _ slug: String, item number: Int, to place: Int, by actor: Actor, in work: Work? = nil
    ) async throws -> RunningOrder {
        try await house.within(work) { work in
            let ceremony = try await run(slug, actor, work)
            let order = try await order(ceremony, in: work)
            let item = try found(number, order)
            guard let category = item.category else { throw CeremonyRefusal.notAnAward }
            guard (1...max(1, order.awards.count)).contains(place) else {
                throw CeremonyRefusal.noSuchItem(place, last: order.awards.count + 1)
            }
            for (moved, place) in order.moving(category, to: place).sorted(by: { $0.key < $1.key }) {
                var edit = order.awards.first { $0.category == moved }?.edit ?? CeremonyEdit(subject: .award(moved))
                edit.place = place
                try await work.transaction.run(WriteEdit(ceremony.id, edit, by: actor.person))
            }
            try await changed(
                "ceremony.move", ceremony, ["award": item.path, "from": "\(number)", "to": "\(place)"], actor, work)
            return try await self.order(ceremony, in: work)
        }
    }

    /// What somebody writes over an item; nil is as compiled.
    package struct ItemChange: Sendable, Equatable {
        package var script: String?
        package var presenter: String?
        package var minutes: Int?

        package init(script: String? = nil, presenter: String? = nil, minutes: Int? = nil) {
            self.script = script
            self.presenter = presenter
            self.minutes = minutes
        }
    }

    /// Writes over an item all that is given; a place that an award was moved to stays.
    package func edit(
        _ slug: String, item number: Int, _ change: ItemChange, by actor: Actor, in work: Work? = nil
    ) async throws -> RunningOrder {
        try await edit(slug, item: number, by: actor, in: work) { _ in change }
    }

    /// Writes another script over an item, and leaves the rest of it as it is.
    package func script(
        _ slug: String, item number: Int, _ text: String, by actor: Actor, in work: Work? = nil
    ) async throws -> RunningOrder {
        try await edit(slug, item: number, by: actor, in: work) { edit in
            ItemChange(script: text, presenter: edit?.presenter, minutes: edit?.minutes)
        }
    }

    private func edit(
        _ slug: String, item number: Int, by actor: Actor, in work: Work?,
        _ change: (CeremonyEdit?) -> ItemChange
    ) async throws -> RunningOrder {
        try await house.within(work) { work in
            let ceremony = try await run(slug, actor, work)
            let order = try await order(ceremony, in: work)
            let item = try found(number, order)
            let change = change(item.edit)
            let script = try change.script.map { try FreeText.prose($0, "the script", longest: 5000) }
                .flatMap { $0.isEmpty ? nil : $0 }
            let presenter = try change.presenter.map {
                try FreeText.line($0, "the presenter", longest: 300, required: false)
            }
            .flatMap { $0.isEmpty ? nil : $0 }
            if let minutes = change.minutes, !(1...240).contains(minutes) {
                throw CeremonyRefusal.minutesOutOfRange(minutes)
            }
            for text in [script, presenter].compactMap(\.self)
            where try await work.transaction.first(NamesYoungPerson(ceremony.id, text)) == true {
                throw CeremonyRefusal.namesYoungPerson
            }
            let edit = CeremonyEdit(
                subject: item.subject, script: script, presenter: presenter, minutes: change.minutes,
                place: item.edit?.place)
            try await work.transaction.run(WriteEdit(ceremony.id, edit, by: actor.person))
            try await changed(
                "ceremony.edit", ceremony,
                ["item": item.path ?? item.kind.rawValue, "minutes": edit.minutes.map { "\($0)" }], actor, work)
            return try await self.order(ceremony, in: work)
        }
    }

    /// Puts something between two awards: after the one of that number; 0 is after the welcome.
    package func addInterlude(
        to slug: String, after number: Int, title: String, minutes: Int, by actor: Actor, in work: Work? = nil
    ) async throws -> RunningOrder {
        try await house.within(work) { work in
            let ceremony = try await run(slug, actor, work)
            let order = try await order(ceremony, in: work)
            let item = try found(number, order)
            guard item.kind != .close else { throw CeremonyRefusal.noSuchItem(number, last: order.awards.count) }
            let title = try FreeText.line(title, "a title")
            guard (1...240).contains(minutes) else { throw CeremonyRefusal.minutesOutOfRange(minutes) }
            try await work.transaction.run(
                InsertInterlude(ceremony.id, after: item.category, title: title, minutes: minutes))
            try await changed("ceremony.add_interlude", ceremony, ["title": title], actor, work)
            return try await self.order(ceremony, in: work)
        }
    }

    package func removeInterlude(
        _ interlude: ID<CeremonyInterlude>, from slug: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let ceremony = try await run(slug, actor, work)
            guard let title = try await work.transaction.first(DeleteInterlude(ceremony.id, interlude)) else {
                throw AccessRefusal.notFound("interlude")
            }
            try await changed("ceremony.remove_interlude", ceremony, ["title": title], actor, work)
        }
    }

    func found(_ number: Int, _ order: RunningOrder) throws -> RunningOrder.Item {
        guard let item = order.item(number) else {
            throw CeremonyRefusal.noSuchItem(number, last: order.awards.count + 1)
        }
        return item
    }
}

extension RunningOrder.Item {
    /// What an edit of the item belongs to.
    fileprivate var subject: CeremonyEdit.Subject {
        if let category { return .award(category) }
        return kind == .welcome ? .welcome : .close
    }
}
