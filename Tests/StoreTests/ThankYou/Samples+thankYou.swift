import Domain
import Foundation
import Postgres

@testable import Store

extension Samples {
    static let thankYou: [any Statement] = [
        ShoutOutWall(person, to: "MASH", limit: 20, offset: 0), CountShoutOutWall(to: "MASH"), OwnShoutOuts(person),
        ShoutOutQueue(actor, state: .waiting), OnlyNominates(person), ShoutOutCountsNow(actor),
        ShoutOutFacts(person, name: "Ada"),
        InsertShoutOut(
            publicID: uuid, writer: person, team: team, name: nil, person: nil, event: "week", words: "Thank you"),
        LockShoutOut(uuid, for: person), MoveShoutOut(uuid, to: .declined, reason: "R", by: person),
    ]
}
