/// What is printed of a ceremony, or taken out of it as a file.
package enum CeremonyPaper: String, CaseIterable, Sendable {
    case script, envelopes, certificates, photographs, press, engraving
    case runningOrder = "running_order"
    case plan, cards, seating, guests, programme

    /// Those that hold winners.
    package static let sealed: [CeremonyPaper] = [.envelopes, .certificates, .photographs, .press, .engraving]

    package var title: String {
        switch self {
        case .script: "Script"
        case .envelopes: "Sealed script"
        case .certificates: "Certificates"
        case .photographs: "Photographer’s sheet"
        case .press: "Press list"
        case .engraving: "Engraving list"
        case .runningOrder: "Running order file"
        case .plan: "Seating plan"
        case .cards: "Place cards"
        case .seating: "Seating file"
        case .guests: "Guest list file"
        case .programme: "Programme"
        }
    }

    /// What it uses names for, which decides how young people are named.
    package var use: Consent.Use {
        switch self {
        case .script, .envelopes, .runningOrder: .readOut
        case .certificates, .engraving: .certificate
        case .photographs: .photograph
        case .press: .press
        case .plan, .cards, .seating, .guests, .programme: .programme
        }
    }

    /// Whether names can stand in it; the script and the running order have places for them alone.
    package var holdsNames: Bool { self != .script && self != .runningOrder }

    /// What it shows of somebody announced, and by which consents; nothing of adults, who are named by their work.
    package func holds(_ sealed: SealedAnnouncement) -> [(use: Consent.Use, channel: Consent.Channel)] {
        guard sealed.isYoungPerson else { return [] }
        let (announcement, isNamed) = (sealed.announcement, sealed.announcement.name != nil)
        var held: [Consent.Channel] = []
        switch self {
        case .envelopes:
            if isNamed { held.append(.name) }
            if announcement.isWinner, announcement.words != nil { held.append(.words) }
        case .certificates:
            if isNamed { held.append(.name) }
            if isNamed, announcement.words != nil { held.append(.words) }
        case .photographs:
            if isNamed { held.append(.name) }
            if sealed.mayBePhotographed { held.append(.picture) }
        case .press: if sealed.pressName != nil { held.append(.name) }
        case .engraving: if announcement.isWinner, isNamed { held.append(.name) }
        case .script, .runningOrder, .plan, .cards, .seating, .guests, .programme: break
        }
        return held.map { (use, $0) }
    }
}
