import Domain
import Foundation
import Postgres

@testable import Store

extension Samples {
    private static let guest = ID<Guest>(rawValue: 1)

    static let guests: [any Statement] = [
        GuestCeremonies(actor), Guests(actor, of: "gala", search: "ida", standing: .coming, limit: 10, offset: 0),
        CountGuests(Guests(actor, of: "gala")), GuestCountsOf(actor, of: "gala"), InvitationAt(tokenHash: hash),
        GuestForMessage(id: uuid), TextsNamingYoungPeople(["Ida Bright"], wholly: true), LockGuestList("gala"),
        GuestKeys(ceremony: 1),
        InsertGuests(
            ceremony: 1, by: person,
            [.init(publicID: uuid, person: nil, name: "Ida Bright", email: "ida@example.org", party: 2)]),
        InsertYoungGuest(
            publicID: uuid, ceremony: 1, party: 1, by: person,
            candidate: AwardPath(scheme: "stars", part: "heart", code: "7Q4K")),
        UpdateGuests([.init(id: guest, name: "Ida Bright", email: nil, party: 2)]), DeleteGuestNeeds([guest]),
        InsertGuestNeeds([(guest, GuestNeeds(people: [.vegan: 1], diet: "Nothing fried"))]), DeleteGuest(guest),
        LockGuest(id: uuid), ReplyForGuest(guest, coming: 1),
        OweInvitations(ceremony: 1, uidDomain: "example.org"), OweReminders(uidDomain: "example.org"),
        ForgetGuestNeeds(), InsertGuestAddress(tokenHash: hash, guest: guest),
    ]
}
