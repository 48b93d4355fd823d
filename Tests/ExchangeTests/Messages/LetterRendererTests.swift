import Domain
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("Letters")
struct LetterRendererTests {
    private func letter(_ template: MessageTemplate, _ booking: Booking, link: String? = nil, reason: String? = nil)
        throws -> RenderedLetter
    {
        LetterRenderer().render(
            .booking(
                template, booking, endsAt: try moment("2018-01-29 12:00"), place: "Room 1, Corbyn Road",
                joiningLink: link,
                cancelReason: reason), to: "Amara Example", settings: Made.settings)
    }

    @Test("with a sign-in code have it on a line of its own, and never in the subject")
    func code() {
        let letter = LetterRenderer().render(.signInCode(code: "042137"), to: "Amara Example", settings: Made.settings)
        #expect(!letter.subject.contains("042137"))
        #expect(letter.text.split(separator: "\n").contains("042137"))
        #expect(letter.text.hasPrefix("Dear Amara Example,\n"))
    }

    @Test("confirm a place with when, where and both links, and how to join")
    func confirmed() throws {
        let letter = try letter(.bookingConfirmed, Made.booking(), link: "https://meet.example.org/x")
        #expect(letter.text.contains("Monday 29 January 2018, 9:30am to 12pm"))
        #expect(letter.text.contains("Room 1, Corbyn Road"))
        #expect(letter.text.contains("https://practice.example.org/sessions/PW18-001"))
        #expect(letter.text.contains("https://practice.example.org/me"))
        #expect(letter.text.contains("https://meet.example.org/x"))
    }

    @Test("tell a waiting person their number, and give no link")
    func waiting() throws {
        let letter = try letter(.bookingWaiting, Made.booking(.waiting, position: 4))
        #expect(letter.text.contains("You are number 4 in line."))
        #expect(letter.subject == "On the waiting list: Group supervision")
    }

    @Test("say why a session is off")
    func off() throws {
        let letter = try letter(.sessionCancelled, Made.booking(), reason: "The boiler has failed")
        #expect(letter.text.contains("The boiler has failed"))
        #expect(letter.text.contains("will not take place"))
    }

    @Test("leave no gaps, and close with the centre's name", arguments: MessageTemplate.allCases)
    func tidy(template: MessageTemplate) throws {
        let letter = try letter(template, Made.booking())
        #expect(!letter.text.contains("\n\n\n"))
        #expect(!letter.subject.contains("\n"))
        #expect(letter.text.hasSuffix("Centre for Professional Practice\n"))
    }

    @Test("speak of times over midnight with both days")
    func overnight() throws {
        let words = When.words(try moment("2018-01-29 22:00"), try moment("2018-01-30 01:30"))
        #expect(words == "Monday 29 January 2018, 10pm to Tuesday 30 January 2018, 1:30am")
    }
}
