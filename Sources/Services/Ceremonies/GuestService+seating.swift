package import Domain
package import Foundation
import Postgres
import Store

/// Tables by hand: who sits where, who apart and who together. A table never has more people than seats, by the database's count.
extension GuestService {
    package func seating(of ceremony: String, by actor: Actor, in work: Work? = nil) async throws -> Seating {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "see where guests sit")
            let (tables, guests, wishes) = try await work.transaction.run(
                CeremonyTables(actor, of: ceremony), Guests(actor, of: ceremony), SeatWishes(actor, of: ceremony))
            let byTable = Dictionary(grouping: guests) { $0.table ?? "" }
            let byID = Dictionary(guests.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return Seating(
                tables: tables.map {
                    SeatingTable(name: $0.name, seats: $0.seats, taken: $0.taken, guests: byTable[$0.name] ?? [])
                },
                unseated: guests.filter { $0.table == nil && $0.expected > 0 },
                wishes: wishes.compactMap { wish in
                    guard let one = byID[wish.one], let other = byID[wish.other] else { return nil }
                    return SeatWish(one: one, other: other, isApart: wish.isApart)
                })
        }
    }

    /// Who sits where, as it goes on paper or into a file; noted before it is read.
    package func seatingToPrint(
        of ceremony: String, as paper: CeremonyPaper, by actor: Actor, in work: Work? = nil
    ) async throws -> Seating {
        try await house.within(work) { work in
            try await notePrint(paper, of: ceremony, by: actor, work)
            return try await seating(of: ceremony, by: actor, in: work)
        }
    }

    /// The guests of a ceremony, or of all, for a file; noted before they are read.
    package func guestsToPrint(of ceremony: String?, by actor: Actor, in work: Work? = nil) async throws -> [Guest] {
        try await house.within(work) { work in
            let meant = if let ceremony { [ceremony] } else { try await ceremonies(by: actor, in: work).map(\.slug) }
            for slug in meant { try await notePrint(.guests, of: slug, by: actor, work) }
            return try await guests(of: ceremony, by: actor, in: work)
        }
    }

    private func notePrint(_ paper: CeremonyPaper, of ceremony: String, by actor: Actor, _ work: Work) async throws {
        try await work.require([.staff, .admin], actor, to: "see where guests sit")
        try await work.transaction.run(NotePrint(ceremony, paper, by: actor.person))
    }

    package func addTable(
        _ typed: String, seats: Int, to ceremony: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            let name = try FreeText.line(typed, "the table’s name", longest: 60)
            guard (1...500).contains(seats) else { throw SeatingRefusal.seatsOutOfRange }
            let key = try await lock(ceremony, work)
            let tables = try await work.transaction.run(CeremonyTables(actor, of: ceremony))
            guard !tables.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw SeatingRefusal.nameTaken
            }
            try await work.transaction.run(InsertTable(ceremony: key, name: name, seats: seats))
            try await work.audit(
                actor, [AuditLine("table.add", "ceremony:\(ceremony)", after: .object(["table": name]))])
        }
    }

    /// Changes how many seats a table has.
    package func changeTable(
        _ name: String, seats: Int, of ceremony: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            guard (1...500).contains(seats) else { throw SeatingRefusal.seatsOutOfRange }
            _ = try await lock(ceremony, work)
            let found = try await table(name, of: ceremony, actor, work)
            guard found.taken <= seats else { throw SeatingRefusal.tooSmall(found.name, taken: found.taken) }
            try await work.transaction.run(UpdateTable(found.id, seats: seats))
            try await work.audit(
                actor, [AuditLine("table.change", "ceremony:\(ceremony)", after: .object(["table": found.name]))])
        }
    }

    /// Takes a table away; who sat at it has no seat.
    package func removeTable(
        _ name: String, of ceremony: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            _ = try await lock(ceremony, work)
            let found = try await table(name, of: ceremony, actor, work)
            _ = try await work.transaction.run(ClearTable(found.id), DeleteTable(found.id))
            try await work.audit(
                actor, [AuditLine("table.remove", "ceremony:\(ceremony)", before: .object(["table": found.name]))])
        }
    }

    private func table(
        _ name: String, of ceremony: String, _ actor: Actor, _ work: Work
    ) async throws -> CeremonyTables.Found {
        try NameMatch.find(
            name, kind: "table",
            among: try await work.transaction.run(CeremonyTables(actor, of: ceremony)).map { ($0.name, $0) },
            prefixes: actor.channel == .console)
    }

    /// Seats a guest with their party; nil lets them stand.
    package func seat(_ id: UUID, at table: String?, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            let before = try await guest(id, by: actor, in: work)
            _ = try await lock(before.ceremony, work)
            let guest = try await guest(id, by: actor, in: work)
            var found: CeremonyTables.Found?
            if let table {
                let meant = try await self.table(table, of: guest.ceremony, actor, work)
                guard guest.expected > 0 else { throw SeatingRefusal.notComing }
                let left = meant.seats - meant.taken + (guest.table == meant.name ? guest.expected : 0)
                guard guest.expected <= left else {
                    throw SeatingRefusal.full(meant.name, left: max(0, left), wanted: guest.expected)
                }
                found = meant
            }
            try await work.transaction.run(SeatGuest(id, at: found?.id))
            try await work.audit(
                actor, [AuditLine("guest.seat", Self.object(id), after: .object(["table": found?.name ?? "none"]))])
        }
    }

    /// Records that two guests are to sit apart or together; nil forgets what was recorded.
    package func wish(
        _ one: UUID, _ other: UUID, apart: Bool?, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            guard one != other else { throw SeatingRefusal.same }
            let (first, second) = (
                try await guest(one, by: actor, in: work), try await guest(other, by: actor, in: work)
            )
            guard first.ceremony == second.ceremony else { throw AccessRefusal.notFound("guest") }
            if let apart {
                try await requireGoesWithOthers(first, second, apart: apart, actor, work)
                try await work.transaction.run(SetSeatWish(one, other, isApart: apart))
            } else {
                try await work.transaction.run(ForgetSeatWish(one, other))
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "guest.wish", Self.object(one),
                        after: .object([
                            "other": other.uuidString.lowercased(),
                            "wish": apart.map { $0 ? "apart" : "together" } ?? "none",
                        ]))
                ])
        }
    }

    /// Who is to sit together with somebody is to sit with whoever those sit with, and nobody of them apart.
    private func requireGoesWithOthers(
        _ one: Guest, _ other: Guest, apart: Bool, _ actor: Actor, _ work: Work
    ) async throws {
        let wishes = try await work.transaction.run(SeatWishes(actor, of: one.ceremony)).filter {
            Set([$0.one, $0.other]) != Set([one.id, other.id])
        }
        func circle(_ id: UUID) -> Set<UUID> {
            var (circle, grows) = (Set([id]), true)
            while grows {
                let met = wishes.filter { !$0.isApart && circle.contains($0.one) != circle.contains($0.other) }
                grows = !met.isEmpty
                for wish in met { circle.formUnion([wish.one, wish.other]) }
            }
            return circle
        }
        let (here, there) = (circle(one.id), circle(other.id))
        if apart {
            if here.contains(other.id) { throw SeatingRefusal.together(one.name, other.name) }
        } else if let against = wishes.first(where: { wish in
            wish.isApart
                && (here.contains(wish.one) && there.contains(wish.other)
                    || here.contains(wish.other) && there.contains(wish.one))
        }) {
            throw SeatingRefusal.apart(
                try await guest(against.one, by: actor, in: work).name,
                try await guest(against.other, by: actor, in: work).name)
        }
    }

    /// Writes down how many of a party are here. The same said twice, as from two doors at once, has one effect.
    ///
    /// - Parameter seen: how many whoever asks saw to be here, so that nobody overwrites what they did not see.
    package func arrive(
        _ id: UUID, arrived: Int, seen: Int, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            let guest = try await guest(id, by: actor, in: work)
            guard (0...guest.party).contains(arrived) else { throw GuestRefusal.comingOutOfRange(guest.party) }
            guard try await work.transaction.first(ArriveGuest(id, arrived: arrived, seen: seen)) != nil else {
                let now = try await self.guest(id, by: actor, in: work)
                throw SeatingRefusal.changedMeanwhile(arrived: now.arrived, party: now.party)
            }
            guard arrived != guest.arrived else { return }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "guest.arrive", Self.object(id), before: .object(["arrived": String(guest.arrived)]),
                        after: .object(["arrived": String(arrived)]))
                ])
        }
    }
}
