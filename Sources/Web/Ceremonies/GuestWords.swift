import Domain
import Exchange
import Foundation
import HTML

/// What the pages about guests say in the same way.
enum GuestWords {
    static func when(_ ceremony: GuestCeremony) -> String {
        When.words(ceremony.startsAt, ceremony.finishAt) ?? ""
    }

    static func doors(_ ceremony: GuestCeremony) -> String? {
        ceremony.doorsAt.map { "Doors open at \(London.local($0).time.spoken)." }
    }

    static func people(_ count: Int) -> String { AdminWords.counted(count, "person", "people", none: "Nobody") }

    static func standing(_ standing: Guest.Standing) -> String {
        switch standing {
        case .coming: "Coming"
        case .declined: "Not coming"
        case .waiting: "No answer yet"
        case .notInvited: "Not invited yet"
        }
    }

    static func tag(_ guest: Guest) -> StateTag {
        switch guest.standing {
        case .coming:
            StateTag(
                .good,
                guest.coming == guest.party ? "Coming" : "\(guest.coming ?? 0) of \(guest.party) coming")
        case .declined: StateTag(.stopped, "Not coming")
        case .waiting: StateTag(.waiting, "No answer yet")
        case .notInvited: StateTag(.neutral, "Not invited yet")
        }
    }

    /// "1 person", "2 people" … to choose from.
    static func numbers(_ range: ClosedRange<Int>, chosen: String) -> [Choice] {
        range.map { Choice(value: String($0), label: people($0), isChosen: String($0) == chosen) }
    }
}

/// The questions about food and access, for a party: boxes to tick for one person, numbers for several.
struct GuestNeedsFields: Component {
    var needs: GuestNeeds
    var party: Int
    /// What was typed, where the form was refused.
    var typed: FormFields?
    var errors: [FieldError]

    var body: Markup {
        group("diet", "Food", Need.diet)
        own("diet-other", "Anything else about food (optional)", needs.diet)
        group("access", "Getting in and taking part", Need.access)
        own("access-other", "Anything else that you need (optional)", needs.access)
    }

    private func own(_ name: String, _ label: String, _ kept: String) -> TextField {
        TextField(
            name: name, label: label, value: typed.map { $0[name] ?? "" } ?? kept,
            error: errors.message(for: name))
    }

    @MarkupBuilder private func group(_ name: String, _ legend: String, _ known: [Need]) -> Markup {
        if party == 1 {
            ChoiceGroup(
                kind: .checkboxes, name: name, legend: legend,
                choices: known.map { need in
                    Choice(
                        value: need.rawValue, label: need.title,
                        isChosen: typed.map { $0.all(name).contains(need.rawValue) } ?? (needs.people[need] != nil))
                })
        } else {
            Disclosure("\(legend): does anybody need something?", isOpen: isTold(known)) {
                P("How many of you? Leave empty what nobody needs.", .class("hint"))
                for need in known {
                    TextField(
                        name: need.rawValue, label: need.title,
                        value: typed.map { $0[need.rawValue] ?? "" } ?? needs.people[need].map(String.init) ?? "",
                        error: errors.message(for: need.rawValue), width: .two, inputmode: .numeric, isProse: false)
                }
            }
        }
    }

    private func isTold(_ known: [Need]) -> Bool {
        known.contains { need in
            needs.people[need] != nil || typed?[need.rawValue] != nil || errors.message(for: need.rawValue) != nil
        }
    }

    /// Reads what was answered; every box that cannot be read is named.
    static func read(_ form: FormFields, party: Int, _ errors: inout [FieldError]) -> GuestNeeds {
        var needs = GuestNeeds()
        let ticked = form.all("diet") + form.all("access")
        for need in Need.allCases {
            if ticked.contains(need.rawValue) { needs.people[need] = 1 }
            guard let typed = form[need.rawValue]?.trimmingCharacters(in: .whitespaces), !typed.isEmpty, typed != "0"
            else { continue }
            if let count = wholeNumber(typed), (1...party).contains(count) {
                needs.people[need] = count
            } else {
                errors.append(FieldError(field: need.rawValue, message: GuestRefusal.moreThanParty(party).message))
            }
        }
        do {
            needs.diet = try GuestNeeds.own(form["diet-other"] ?? "", "what you eat")
        } catch {
            errors.append(FieldError(field: "diet-other", message: error.message))
        }
        do {
            needs.access = try GuestNeeds.own(form["access-other"] ?? "", "what you need")
        } catch {
            errors.append(FieldError(field: "access-other", message: error.message))
        }
        return needs
    }
}
