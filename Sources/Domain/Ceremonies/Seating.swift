/// A table of a ceremony with who sits at it.
package struct SeatingTable: Sendable, Equatable {
    package let name: String
    package let seats: Int
    /// Chairs taken.
    package let taken: Int
    package let guests: [Guest]

    package init(name: String, seats: Int, taken: Int, guests: [Guest]) {
        self.name = name
        self.seats = seats
        self.taken = taken
        self.guests = guests
    }

    package var left: Int { max(0, seats - taken) }

    /// One line for each chair taken: the guest, then those with them.
    package var chairs: [String] {
        guests.flatMap { guest in
            (0..<guest.expected).map { $0 == 0 ? guest.name : "With \(guest.name)" }
        }
    }
}

/// Two guests who are to sit at one table, or at two.
package struct SeatWish: Sendable, Equatable {
    package let one: Guest
    package let other: Guest
    package let isApart: Bool

    package init(one: Guest, other: Guest, isApart: Bool) {
        self.one = one
        self.other = other
        self.isApart = isApart
    }

    /// What is wrong with how they sit now, in words; nil while it is right or one of them has no seat.
    package var problem: String? {
        guard one.expected > 0, other.expected > 0, let here = one.table, let there = other.table else { return nil }
        if isApart, here == there { return "\(one.name) and \(other.name) are to sit apart, and both sit at \(here)." }
        if !isApart, here != there {
            return "\(one.name) and \(other.name) are to sit together: one is at \(here), the other at \(there)."
        }
        return nil
    }
}

/// How a ceremony is seated.
package struct Seating: Sendable, Equatable {
    package let tables: [SeatingTable]
    /// Those who come, or have not answered, and have no seat.
    package let unseated: [Guest]
    package let wishes: [SeatWish]

    package init(tables: [SeatingTable], unseated: [Guest], wishes: [SeatWish]) {
        self.tables = tables
        self.unseated = unseated
        self.wishes = wishes
    }

    package var seats: Int { tables.reduce(0) { $0 + $1.seats } }
    package var taken: Int { tables.reduce(0) { $0 + $1.taken } }
    package var waiting: Int { unseated.reduce(0) { $0 + $1.expected } }

    package var problems: [String] {
        var problems = wishes.compactMap(\.problem)
        let left = seats - taken
        if waiting > left, !tables.isEmpty {
            problems.append(
                "\(waiting) \(waiting == 1 ? "person has" : "people have") no seat, and \(left == 1 ? "one seat is" : "\(left) seats are") left."
            )
        }
        return problems
    }
}

/// Why somebody was not seated, or a table not set.
package enum SeatingRefusal: Refusal, Equatable {
    case text(TextProblem)
    case seatsOutOfRange
    case nameTaken
    case tooSmall(String, taken: Int)
    case full(String, left: Int, wanted: Int)
    case notComing
    case same
    case changedMeanwhile(arrived: Int, party: Int)
    case noTables
    /// What would be found by now is not what was looked at.
    case otherProposal
    case nothingToRestore
    case takenMeanwhile
    /// By other wishes the two sit together.
    case together(String, String)
    /// By other wishes the two sit apart, or somebody does who would sit with them.
    case apart(String, String)

    package var code: String {
        switch self {
        case .text(let problem): problem.code
        case .seatsOutOfRange: "seats_out_of_range"
        case .nameTaken: "table_taken"
        case .tooSmall: "table_too_small"
        case .full: "table_full"
        case .notComing: "guest_not_coming"
        case .same: "same_guest"
        case .changedMeanwhile: "changed_meanwhile"
        case .noTables: "no_tables"
        case .otherProposal: "other_proposal"
        case .nothingToRestore: "nothing_to_restore"
        case .takenMeanwhile: "seats_taken"
        case .together, .apart: "wishes_conflict"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .text, .seatsOutOfRange, .same: .unprocessable
        case .nameTaken, .tooSmall, .full, .notComing, .changedMeanwhile, .noTables, .otherProposal, .nothingToRestore,
            .takenMeanwhile, .together, .apart:
            .conflict
        }
    }

    package var message: String {
        switch self {
        case .text(let problem): problem.message
        case .seatsOutOfRange: "Enter how many seats the table has as a whole number from 1 to 500."
        case .nameTaken: "There is a table of that name already. Give this one another name."
        case .tooSmall(let table, let taken):
            "At \(table) \(taken == 1 ? "one seat is" : "\(taken) seats are") taken. Seat somebody elsewhere first."
        case .full(let table, let left, let wanted):
            "\(table) has \(left == 0 ? "no seat" : left == 1 ? "one seat" : "\(left) seats") left, and \(wanted == 1 ? "one is" : "\(wanted) are") needed. Nothing was changed."
        case .notComing: "They are not coming, so they need no seat."
        case .same: "Choose two different guests."
        case .noTables: "No table is set yet. Add the tables first."
        case .otherProposal:
            "Somebody changed guests, tables or wishes meanwhile. Nothing was changed by you; look at the seats that are found now."
        case .nothingToRestore: "There are no seats to take back: nobody is where they were put."
        case .takenMeanwhile:
            "Somebody else sits there by now, so the seats cannot be taken back. Nothing was changed; seat people by hand."
        case .together(let one, let other):
            "By what is written down already, \(one) and \(other) sit together, with others or alone. Forget that first."
        case .apart(let one, let other):
            "By what is written down already, \(one) and \(other) are to sit apart, and this would put them at one table. Forget that first."
        case .changedMeanwhile(let arrived, let party):
            "Somebody else wrote this down meanwhile: \(arrived) of \(party) have arrived. Nothing of yours was changed; look again."
        }
    }
}
