import Domain
import Foundation
import HTML

/// What somebody typed about a scheme, and the scheme that it makes.
struct SchemeForm {
    var fields: FormFields

    /// As it stands; the last day of nominations is the one before they close.
    init(_ scheme: Scheme) {
        var known: [(name: String, value: String)] = [
            ("title", scheme.title), ("kind", scheme.kind.rawValue), ("ranking", scheme.ranking.rawValue),
            ("opens", London.local(scheme.opensAt).day.long),
            ("closes", London.local(scheme.closesAt.addingTimeInterval(-60)).day.long),
            ("quorum", String(scheme.quorum)), ("words", String(scheme.wordLimit)),
        ]
        if let most = scheme.mostAwards { known.append(("most", String(most))) }
        fields = FormFields(known)
    }

    init(_ fields: FormFields) { self.fields = fields }

    /// A new scheme, as most are.
    init() { fields = FormFields([("kind", "competitive"), ("ranking", "raw"), ("quorum", "2"), ("words", "500")]) }

    func scheme(_ slug: String, _ desk: AwardsDesk, _ errors: inout [FieldError]) -> NewScheme? {
        AwardsDesk.require(fields, "title", "Enter a title.", &errors)
        let kind = fields["kind"].flatMap(Scheme.Kind.init(rawValue:))
        if kind == nil { errors.append(FieldError(field: "kind", message: "Choose what kind of awards they are.")) }
        let opens = desk.day(fields["opens"], "opens", "Enter the first day of nominations.", &errors)
        let closes = desk.day(fields["closes"], "closes", "Enter the last day of nominations.", &errors)
        let quorum = AwardsDesk.number(fields, "quorum", "The number of ballots", in: 1...50, &errors)
        let words = AwardsDesk.number(fields, "words", "The number of words", in: 50...1000, &errors)
        let most = AwardsDesk.number(fields, "most", "The number of awards", in: 1...50, &errors)
        guard errors.isEmpty, let kind, let opens, let closes,
            let opensAt = Self.midnight(opens), let closesAt = Self.midnight(closes.adding(days: 1))
        else { return nil }
        return NewScheme(
            slug: slug, title: fields["title"] ?? "", kind: kind,
            ranking: fields["ranking"].flatMap(Scheme.Ranking.init(rawValue:)) ?? .raw, opensAt: opensAt,
            closesAt: closesAt, quorum: quorum ?? 2, wordLimit: words ?? 500, mostAwards: most)
    }

    static func midnight(_ day: Day) -> Date? {
        try? DateEntry.moment(LocalTime(day, ClockTime(minutes: 0)))
    }

    /// The box that a refusal is about.
    static func field(of refusal: any Refusal) -> String {
        switch refusal {
        case AwardsRefusal.slugMalformed, AwardsRefusal.taken: "slug"
        case AwardsRefusal.closesBeforeOpening: "closes"
        default: "title"
        }
    }

    @MarkupBuilder func boxes(_ errors: [FieldError], isNew: Bool = false) -> Markup {
        TextField(
            name: "title", label: "Title", hint: "For example, Staff Awards 2019", value: fields["title"] ?? "",
            error: errors.message(for: "title"))
        if isNew { AwardsDesk.addressField(fields, errors, example: "staff-awards-2019") }
        ChoiceGroup(
            kind: .radios, name: "kind", legend: "What kind of awards they are", error: errors.message(for: "kind"),
            choices: Scheme.Kind.allCases.map {
                Choice(
                    value: $0.rawValue, label: SchemeWords.kind($0), hint: SchemeWords.kindHint($0),
                    isChosen: fields["kind"] == $0.rawValue)
            })
        ChoiceGroup(
            kind: .radios, name: "ranking", legend: "What ranks", error: errors.message(for: "ranking"),
            choices: [
                Choice(
                    value: "raw", label: "The mean of the scores", hint: "Plain, and the same whoever computes it",
                    isChosen: fields["ranking"] != "adjusted"),
                Choice(
                    value: "adjusted", label: "The mean, allowing for how severe each judge is",
                    hint: "Fairer where not every judge scores everybody", isChosen: fields["ranking"] == "adjusted"),
            ])
        TextField.date(
            name: "opens", label: "First day of nominations", value: fields["opens"] ?? "",
            error: errors.message(for: "opens"))
        TextField.date(
            name: "closes", label: "Last day of nominations", value: fields["closes"] ?? "",
            error: errors.message(for: "closes"))
        TextField(
            name: "quorum", label: "Ballots that a decision needs", value: fields["quorum"] ?? "",
            error: errors.message(for: "quorum"), width: .four, inputmode: .numeric, isProse: false)
        TextField(
            name: "words", label: "Longest nomination, in words", value: fields["words"] ?? "",
            error: errors.message(for: "words"), width: .four, inputmode: .numeric, isProse: false)
        TextField(
            name: "most", label: "In how many awards one nominee may stand",
            hint: "Whoever nominated them. Leave it empty for no limit", value: fields["most"] ?? "",
            error: errors.message(for: "most"), width: .four, inputmode: .numeric, isProse: false)
    }
}
