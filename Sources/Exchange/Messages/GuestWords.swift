import Domain
import Foundation

/// What a mail to a guest of a ceremony says.
struct GuestWords {
    let template: MessageTemplate
    let invitation: Invitation

    private var ceremony: GuestCeremony { invitation.ceremony }
    private var guest: Guest { invitation.guest }

    var subject: String {
        template == .guestInvited ? "You are invited: \(ceremony.title)" : "Soon: \(ceremony.title)"
    }

    func paragraphs(address: String) -> [String] {
        switch template {
        case .guestInvited:
            [
                guest.party == 1
                    ? "We would be glad if you came." : "We would be glad if you came, \(guest.party) people in all.",
                facts,
                "Please tell us whether you are coming, and what you need to eat and to take part:\n\(address)",
                "You can change your answer at the same address until it begins. The address is yours: please do not pass it on.",
            ]
        default:
            [
                guest.coming == nil
                    ? "We have not heard from you yet, and would still be glad if you came."
                    : "It is nearly time, and we look forward to seeing you.",
                facts,
                guest.coming == nil
                    ? "Please tell us whether you are coming:\n\(address)"
                    : "\(expected) If that has changed, please tell us here:\n\(address)",
            ]
        }
    }

    private var facts: String {
        [ceremony.title, When.words(ceremony.startsAt, ceremony.finishAt), doors, ceremony.place].compactMap(\.self)
            .joined(separator: "\n")
    }

    private var doors: String? { ceremony.doorsAt.map { "Doors open at \(London.local($0).time.spoken)" } }

    private var expected: String {
        guest.coming == 1 ? "We expect one person." : "We expect \(guest.coming ?? guest.party) people."
    }
}
