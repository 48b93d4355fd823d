import Domain
import Foundation
import Services

/// What was typed into the form, kept when it is refused.
struct NominationFields: Sendable {
    var nominator = ""
    var nominatorName = ""
    var nominee = ""
    var band: String?
    var statement = ""
    var isPlain = false
    /// Whether the form asks for whom it is at all.
    var namesNominee = false

    init() {}

    init(_ form: FormFields) {
        nominator = form["nominator"] ?? ""
        nominatorName = form["nominator-name"] ?? ""
        nominee = form["nominee"] ?? ""
        namesNominee = form.names.contains("nominee")
        band = form["band"]
        statement = form["statement"] ?? ""
        isPlain = form["plain"] != nil
    }

    /// A young person's name is not shown again.
    init(_ nomination: Nomination, _ kind: AwardCategory.NomineeKind) {
        nominee = kind == .youngPerson ? "" : nomination.nominee
        band = nomination.band
        statement = nomination.statement
    }

    func entry(for kind: AwardCategory.NomineeKind) throws -> NomineeEntry {
        let typed = nominee.trimmingCharacters(in: .whitespacesAndNewlines)
        switch kind {
        case .person: return .person(typed)
        case .team: return .team(typed)
        case .youngPerson:
            guard !typed.isEmpty else { throw TextProblem.missing("the young person's name") }
            return .youngPerson(legalName: typed)
        }
    }

    /// Whom a draft is to be about; nil is whom it is about already.
    func change(for kind: AwardCategory.NomineeKind) throws -> NomineeEntry? {
        if kind == .youngPerson, nominee.allSatisfy(\.isWhitespace) { return nil }
        return try entry(for: kind)
    }

    /// The box that a refusal is about.
    static func field(of refusal: any Refusal) -> String {
        switch refusal {
        case AwardsRefusal.unknownBand: "band"
        case AwardsRefusal.unknownNominator: "nominator-name"
        case TextProblem.missing(let what) where what.hasPrefix("their name"): "nominator-name"
        case AwardsRefusal.tooManyWords, AwardsRefusal.notOpen, AwardsRefusal.decidedAlready: "statement"
        case TextProblem.missing(let what) where what.hasPrefix("the young"): "nominee"
        case let problem as TextProblem: problem.message.contains("young person's name") ? "nominee" : "statement"
        default: "nominee"
        }
    }
}
