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
