import Crypto
package import Domain
import Foundation
import Postgres
import Store

/// Seats for everybody: found, looked at, taken, and taken back.
extension GuestService {
    /// One guest who would sit elsewhere.
    package struct SeatMove: Sendable, Equatable {
        package let guest: Guest
        package let table: String
    }

    /// Seats for everybody, before anything is changed.
    package struct SeatProposal: Sendable, Equatable {
        package let seed: Int
        package let moves: [SeatMove]
        /// What could not be kept, in sentences.
        package let problems: [String]
        /// Says the same for the same proposal: what was looked at is what is taken.
        package let mark: String
    }

    /// What seats would be found for everybody who comes, or has not answered.
    package func proposal(
        of ceremony: String, seed: Int = 0, by actor: Actor, in work: Work? = nil
    ) async throws -> SeatProposal {
        try await house.within(work) { work in
            let seating = try await seating(of: ceremony, by: actor, in: work)
            guard !seating.tables.isEmpty else { throw SeatingRefusal.noTables }
            return Self.proposal(seating, seed)
        }
    }

    /// Finds seats for everybody. Who has a seat keeps it where that goes with the wishes.
    ///
    /// - Parameter mark: of the proposal that was looked at; where another would come out by now, nothing is changed.
    package func solve(
        of ceremony: String, seed: Int = 0, as mark: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> SeatProposal {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            let key = try await lock(ceremony, work)
            let found = try await proposal(of: ceremony, seed: seed, by: actor, in: work)
            guard mark == nil || mark == found.mark else { throw SeatingRefusal.otherProposal }
            guard !found.moves.isEmpty else { return found }
            let tables = Dictionary(
                try await work.transaction.run(CeremonyTables(actor, of: ceremony)).map { ($0.name, $0.id) },
                uniquingKeysWith: { first, _ in first })
            let seats = found.moves.compactMap { move in tables[move.table].map { (guest: move.guest.id, table: $0) } }
            _ = try await work.transaction.run(ForgetSeatsBefore(ceremony: key))
            try await work.transaction.run(ApplySeats(ceremony: key, seats))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "seat.solve", "ceremony:\(ceremony)",
                        after: .object(["seed": "\(seed)", "guests": "\(seats.count)"]))
                ])
            return found
        }
    }

    /// How many guests could go back to where they sat before seats were found for everybody.
    package func seatsToRestore(of ceremony: String, by actor: Actor, in work: Work? = nil) async throws -> Int {
        try await house.read(SeatsToRestore(actor, of: ceremony), in: work).first ?? 0
    }

    /// Takes back what `solve` did last; whoever was seated elsewhere since stays there.
    package func restoreSeats(of ceremony: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            let key = try await lock(ceremony, work)
            guard try await seatsToRestore(of: ceremony, by: actor, in: work) > 0 else {
                throw SeatingRefusal.nothingToRestore
            }
            do {
                let back = try await work.transaction.first(RestoreSeats(ceremony: key)) ?? 0
                _ = try await work.transaction.run(ForgetSeatsBefore(ceremony: key))
                try await work.audit(
                    actor, [AuditLine("seat.restore", "ceremony:\(ceremony)", after: .object(["guests": "\(back)"]))])
            } catch let error as PostgresError where error.constraint == "ceremony_table_never_overfull" {
                throw SeatingRefusal.takenMeanwhile
            }
        }
    }

    private static func proposal(_ seating: Seating, _ seed: Int) -> SeatProposal {
        let guests = (seating.tables.flatMap(\.guests) + seating.unseated).filter { $0.expected > 0 }
            .sorted { ($0.name.lowercased(), $0.id.uuidString) < ($1.name.lowercased(), $1.id.uuidString) }
        let index = Dictionary(guests.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let wishes = seating.wishes.compactMap { wish -> SeatingSolver.Wish? in
            guard let one = index[wish.one.id], let other = index[wish.other.id] else { return nil }
            return SeatingSolver.Wish(one, other, isApart: wish.isApart)
        }
        let solution = SeatingSolver(
            tables: seating.tables.map { SeatingSolver.Table(name: $0.name, seats: $0.seats) },
            parties: guests.map { guest in
                SeatingSolver.Party(
                    name: guest.name, people: guest.expected,
                    table: seating.tables.firstIndex { $0.name == guest.table })
            }, wishes: wishes, seed: seed
        ).solved()
        let moves = zip(guests, solution.tables).compactMap { guest, table -> SeatMove? in
            guard let table, seating.tables[table].name != guest.table else { return nil }
            return SeatMove(guest: guest, table: seating.tables[table].name)
        }
        let told = moves.map { "\($0.guest.id) \($0.guest.table ?? "") \($0.table)" } + solution.problems
        let mark = Secrets.urlSafe(SHA256.hash(data: Data(told.joined(separator: "\n").utf8)).prefix(12))
        return SeatProposal(seed: seed, moves: moves, problems: solution.problems, mark: mark)
    }
}
