import Domain
import Exchange
import Foundation
import Mail
import Postgres
import Services
import TestSupport

/// What the rows about guests are about: the ceremony `gala` with a guest without an address, and one whose invitation went out.
struct MatrixGuests: Sendable {
    private let guest: String
    /// One that waits on the thank-you wall.
    private let shoutOut: String
    /// What opens the second one's reply.
    let secret: String

    init(in house: TestHouse) async throws {
        _ = try await house.services.ceremonies.add(
            NewCeremony(
                slug: "gala", title: "Staff awards", room: "Mary Stevens Park/Main Hall",
                startsAt: try moment("2018-02-02 18:00"), schemes: ["stars"]), by: house.operating)
        let guests = house.services.guests
        let added = try await guests.add(NewGuest(name: "Una Sung", party: 2), to: "gala", by: house.operating)
        guest = added.id.uuidString.lowercased()
        _ = try await guests.add(
            NewGuest(name: "Ida Bright", email: "ida@example.org"), to: "gala", by: house.operating)
        let writer = try await house.services.access.person(ofToken: try await house.token("p1@example.org")).actor(
            .web)
        shoutOut = try await house.services.thankYou.write(
            NewShoutOut(to: .everyone, words: "Thank you all."), by: writer
        ).uuidString.lowercased()
        _ = try await guests.invite(to: "gala", by: house.operating)
        try await MessageWorker(house: house.services.house, renderer: LetterRenderer()).sendDue()
        let found = house.mail.messages.compactMap { $0.text.firstMatch(of: /\/invitations\/([\w-]+)/) }.first
        secret = found.map { String($0.output.1) } ?? ""
    }

    /// The address with what it is about in the place of its placeholders.
    func filled(_ path: String) -> String {
        if path.contains("{shout}") {
            // Taking back is one's own alone: somebody else's stands in nobody's way.
            let id = path.hasPrefix("/staff") ? shoutOut : "00000000-0000-4000-8000-000000000000"
            return path.replacing("{shout}", with: id)
        }
        if path.hasPrefix("/api/v1/ceremonies/") { return path.replacing("{ceremony}", with: "gala") }
        guard path.hasPrefix("/staff/ceremonies/") || path.hasPrefix("/ceremonies/") else { return path }
        return path.replacing("{slug}", with: "gala").replacing("{guest}", with: guest)
            .replacing("{order}", with: "1").replacing("{interlude}", with: "1").replacing("{view}", with: "stage")
    }
}
