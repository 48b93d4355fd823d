import Domain
import Foundation
package import Services

/// The letters that the worker sends, in plain words and plain text.
package struct LetterRenderer: MessageRenderer {
    package init() {}

    package func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
        switch letter {
        case .signInCode(let code): signIn(code, name, settings)
        case .notice(let template): notice(NoticeWords(template: template, baseURL: settings.baseURL), name, settings)
        case .guest(let template, let invitation, let address):
            invite(GuestWords(template: template, invitation: invitation), address, settings)
        case .leaverRecord(let address, let until): leave(address, until, name, settings)
        case .booking(let template, let booking, let endsAt, let place, let link, let reason):
            about(
                BookingWords(
                    template: template, booking: booking, when: When.words(booking.startsAt, endsAt), place: place,
                    link: link,
                    reason: reason, settings: settings), name)
        }
    }

    /// The code stands in the body alone: subjects are shown on locked screens.
    private func signIn(_ code: String, _ name: String, _ settings: ServiceSettings) -> RenderedLetter {
        RenderedLetter(
            subject: "Your sign-in code for Practice Week",
            text: paragraphs([
                "Dear \(name),", "Here is your code. Type it in the browser where you asked for it, within 15 minutes.",
                code,
                "If you did not ask for it, you need do nothing: without your browser the code is of no use to anyone.",
                settings.centre,
            ]))
    }

    /// The address is a secret of the guest's: what is kept of the mail is without it.
    private func invite(_ words: GuestWords, _ address: String, _ settings: ServiceSettings) -> RenderedLetter {
        func text(_ address: String) -> String {
            paragraphs(
                ["Dear \(words.invitation.guest.name),"] + words.paragraphs(address: address) + [settings.centre])
        }
        return RenderedLetter(
            subject: words.subject, text: text(address), kept: text("(an address of their own, not kept here)"))
    }

    /// The address opens without an account: what is kept of the mail is without it.
    private func leave(_ address: String, _ until: Date, _ name: String, _ settings: ServiceSettings) -> RenderedLetter
    {
        func text(_ address: String) -> String {
            paragraphs([
                "Dear \(name),",
                "You are leaving, and the record of your sessions is yours to keep. It opens at this address, without signing in:\n\(address)",
                "The address works to the end of \(London.local(until.addingTimeInterval(-1)).day.long). If your mailbox here closes, pass this mail on to one of your own; whoever has the address can read the record.",
                settings.centre,
            ])
        }
        return RenderedLetter(
            subject: "The record of your sessions, to keep", text: text(address),
            kept: text("(an address of their own, not kept here)"))
    }

    private func notice(_ words: NoticeWords, _ name: String, _ settings: ServiceSettings) -> RenderedLetter {
        RenderedLetter(
            subject: words.subject, text: paragraphs(["Dear \(name),"] + words.paragraphs + [settings.centre]))
    }

    private func about(_ words: BookingWords, _ name: String) -> RenderedLetter {
        RenderedLetter(
            subject: words.subject,
            text: paragraphs(["Dear \(name),"] + words.paragraphs + [words.settings.centre]))
    }

    private func paragraphs(_ parts: [String]) -> String {
        parts.joined(separator: "\n\n") + "\n"
    }
}
