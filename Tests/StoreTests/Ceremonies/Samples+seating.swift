import Domain
import Foundation
import Postgres

@testable import Store

extension Samples {
    static let seating: [any Statement] = [
        CeremonyTables(actor, of: "gala"), InsertTable(ceremony: 1, name: "Oak", seats: 8), UpdateTable(1, seats: 8),
        ClearTable(1), DeleteTable(1), SeatGuest(uuid, at: 1), SetSeatWish(uuid, uuid, isApart: true),
        ForgetSeatWish(uuid, uuid), ApplySeats(ceremony: 1, [(uuid, 1)]),
        ForgetSeatsBefore(ceremony: 1), RestoreSeats(ceremony: 1), SeatsToRestore(actor, of: "gala"),
        SeatWishes(actor, of: "gala"), ArriveGuest(uuid, arrived: 2, seen: 0),
    ]
}
