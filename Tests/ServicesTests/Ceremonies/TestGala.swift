import Domain
import Exchange
import Foundation
import Mail
import Postgres
import Services
import TestSupport

/// A week with a ceremony, `gala`, in its main hall on the evening of Friday 2 February 2018.
struct TestGala: Sendable {
    let week: TestWeek
    let house: TestHouse

    var guests: GuestService { house.services.guests }
    var staff: Actor { week.staff }

    static func make(in house: TestHouse, starts: String = "2018-02-02 18:00+00") async throws -> TestGala {
        let week = try await TestWeek.make(in: house)
        try await house.asOwner { owner in
            try await owner.execute(
                unsafe: """
                    insert into ceremony (slug, title, room_id, doors_at, starts_at) select 'gala', 'Staff awards', id,
                    timestamptz '\(starts)' - interval '30 minutes', '\(starts)' from room where name = 'Main Hall'
                    """)
        }
        return TestGala(week: week, house: house)
    }

    @discardableResult
    func add(
        _ name: String, email: String? = nil, party: Int = 1, needs: GuestNeeds = GuestNeeds()
    ) async throws -> Guest {
        try await guests.add(
            NewGuest(name: name, email: email, party: party, needs: needs), to: "gala", by: staff)
    }

    /// Sends what is owed; the secrets of the addresses in the mails to guests, in order.
    func post() async throws -> [String] {
        let before = house.mail.messages.count
        try await MessageWorker(house: house.services.house, renderer: LetterRenderer()).sendDue()
        return house.mail.messages.dropFirst(before).compactMap {
            $0.text.firstMatch(of: /\/invitations\/([\w-]+)/).map { String($0.output.1) }
        }
    }
}
