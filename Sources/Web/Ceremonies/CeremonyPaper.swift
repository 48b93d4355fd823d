import Domain
import HTML
import Services

/// What is printed of a ceremony and holds winners.
enum CeremonyPaper: String, CaseIterable {
    case envelopes, certificates, photographs, press, engraving

    var title: String {
        switch self {
        case .envelopes: "Sealed script"
        case .certificates: "Certificates"
        case .photographs: "Photographer’s sheet"
        case .press: "Press list"
        case .engraving: "Engraving list"
        }
    }

    var hint: String {
        switch self {
        case .envelopes: "One page for each award, in the order of the night, for when every screen fails"
        case .certificates: "One page for everybody who is named, with the name that they chose"
        case .photographs: "Who may be photographed, and whether with a name"
        case .press: "Names that may be given to the press"
        case .engraving: "Award and name, as the trophies say it"
        }
    }

    /// What it uses names for, which decides how young people are named.
    var use: Consent.Use {
        switch self {
        case .envelopes: .readOut
        case .certificates, .engraving: .certificate
        case .photographs: .photograph
        case .press: .press
        }
    }
}
