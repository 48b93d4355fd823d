import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The thank-you wall on a screen")
struct ThankYouScreenTests {
    @Test("It shows what was approved and nothing else, in turns or still, and visitors nothing")
    func shown() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            #expect(try await client.get("/thank-you/screen").status == 303)
            try await client.signIn("p2@example.org", house)
            #expect(try await client.get("/thank-you/screen").words.contains("it will stand here"))
            let (thanks, writer) = (house.services.thankYou, try await week.actor("p1@example.org"))
            for words in ["You <b>listened</b>.", "You stayed late.", "Not read yet."] {
                let id = try await thanks.write(NewShoutOut(to: .everyone, words: words), by: writer)
                if words != "Not read yet." { try await thanks.approve(id, by: week.staff) }
            }
            let turns = try await client.get("/thank-you/screen")
            #expect(turns.body.contains("wall--turns") && turns.words.contains("You stayed late."))
            #expect(!turns.body.contains("Not read yet") && !turns.body.contains("<b>listened"))
            // Fewer than there are turns come round again, for the eye alone.
            #expect(turns.body.components(separatedBy: "wall__again").count == ThankYouScreen.turns - 1)
            let still = try await client.get("/thank-you/screen?still=yes")
            #expect(!still.body.contains("wall--turns") && !still.body.contains("wall__again"))
            #expect(still.words.contains("Let them take turns"))
        }
    }
}
