import Domain

extension CeremonyPaper {
    /// What one that holds winners is good for.
    var hint: String? {
        switch self {
        case .envelopes: "One page for each award, in the order of the night, for when every screen fails"
        case .certificates: "One page for everybody who is named, with the name that they chose"
        case .photographs: "Who may be photographed, and whether with a name"
        case .press: "Names that may be given to the press"
        case .engraving: "Award and name, as the trophies say it"
        case .script, .runningOrder, .plan, .cards, .seating, .guests, .programme: nil
        }
    }
}
