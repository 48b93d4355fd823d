import Domain
import HTML
import Services

/// What was just done on a planning page.
enum PlanNotice: String {
    case added, repeated, saved, moved, cancelled, removed, audience, released, undone, room
    case restored
    case movedTogether = "moved-together"
    case cancelledTogether = "cancelled-together"

    var canBeUndone: Bool {
        switch self {
        case .added, .repeated, .saved, .moved, .cancelled, .removed, .audience, .movedTogether, .cancelledTogether:
            true
        case .released, .undone, .restored, .room: false
        }
    }

    private func heading(_ reference: String) -> String {
        switch self {
        case .added: "\(reference) is added to the draft"
        case .repeated: "The dates are added to the draft"
        case .room: "The room is saved"
        case .saved: "\(reference) is saved"
        case .moved: "\(reference) is moved"
        case .cancelled: "\(reference) is cancelled, and those booked are told"
        case .removed: "\(reference) is removed"
        case .audience: "Who may book \(reference) is set"
        case .released: "The programme is released"
        case .undone: "Undone: everything is as it was before"
        case .restored: "Undone: the session takes place again"
        case .movedTogether: "The sessions are moved"
        case .cancelledTogether: "The sessions are cancelled, and those booked are told"
        }
    }

    private var detail: String? {
        switch self {
        case .saved, .moved, .movedTogether:
            "Everyone else sees it with the next release; a new number of places counts at once."
        case .added: "Everyone else sees it with the next release."
        case .repeated: "Everyone else sees them with the next release."
        case .room: "Everyone reads it at once."
        case .audience: "It counts at once."
        case .restored: "Those who were told that it is off have not been told otherwise yet."
        case .cancelled, .removed, .released, .undone, .cancelledTogether: nil
        }
    }

    /// - Parameters:
    ///   - offer: what can be taken back; nil shows no button.
    ///   - back: where the undo leads.
    static func banner(
        _ notice: PlanNotice, about reference: String?, offer: UndoOffer?, guard formGuard: FormGuard, back: WebAddress
    ) -> Banner {
        Banner(.success, notice.heading(reference ?? "The session")) {
            if let detail = notice.detail { P(detail) }
            if let offer { UndoForm(offer: offer, formGuard: formGuard, back: back) }
        }
    }
}

/// A button that takes back what somebody did last.
struct UndoForm: Component {
    var offer: UndoOffer
    var formGuard: FormGuard
    var back: WebAddress

    var body: Markup {
        PostForm(to: SiteURL.planUndo.address, guard: formGuard, isInline: true) {
            Input(.hidden, name: "entries", .value(offer.entries.map(String.init).joined(separator: " ")))
            Input(.hidden, name: "to", .value(back.text))
            ActionButton("Undo", .secondary)
        }
    }
}
