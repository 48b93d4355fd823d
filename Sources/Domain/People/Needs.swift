/// Something that a person needs to take part, or to eat.
package enum Need: String, CaseIterable, Sendable, Comparable {
    case stepFree = "step_free"
    case hearingLoop = "hearing_loop"
    case signLanguage = "sign_language"
    case largePrint = "large_print"
    case quietSpace = "quiet_space"
    case assistant
    case vegetarian, vegan, halal, kosher
    case glutenFree = "gluten_free"
    case dairyFree = "dairy_free"
    case nutAllergy = "nut_allergy"

    package static let access: [Need] = [.stepFree, .hearingLoop, .signLanguage, .largePrint, .quietSpace, .assistant]
    package static let diet: [Need] = [.vegetarian, .vegan, .halal, .kosher, .glutenFree, .dairyFree, .nutAllergy]

    package var title: String {
        switch self {
        case .stepFree: "A way without steps"
        case .hearingLoop: "A hearing loop"
        case .signLanguage: "British Sign Language"
        case .largePrint: "Large print"
        case .quietSpace: "A quiet space"
        case .assistant: "I bring an assistant"
        case .vegetarian: "Vegetarian"
        case .vegan: "Vegan"
        case .halal: "Halal"
        case .kosher: "Kosher"
        case .glutenFree: "No gluten"
        case .dairyFree: "No dairy"
        case .nutAllergy: "Allergy to nuts"
        }
    }

    package static func < (left: Need, right: Need) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What a person has told once, for every session that they take part in.
package struct Needs: Sendable, Equatable {
    package var needs: [Need]
    /// In their own words.
    package var other: String
    /// Whether those who lead their sessions may know that it is them.
    package var isShared: Bool

    package init(needs: [Need] = [], other: String = "", isShared: Bool = false) {
        self.needs = needs.sorted()
        self.other = other
        self.isShared = isShared
    }

    package var isEmpty: Bool { needs.isEmpty && other.isEmpty }

    /// "A way without steps; Vegetarian; a chair with arms"
    package var words: String {
        (needs.map(\.title) + (other.isEmpty ? [] : [other])).joined(separator: "; ")
    }
}

/// What those need who have a place in a session, as far as whoever asks may know.
package struct SessionNeeds: Sendable, Equatable {
    /// Somebody's needs with their name.
    package struct Named: Sendable, Equatable {
        package let name: String
        package let needs: Needs

        package init(name: String, needs: Needs) {
            self.name = name
            self.needs = needs
        }
    }

    /// How many need what, everybody counted; what is said in their own words counts under nil.
    package let counts: [(need: Need?, count: Int)]
    package let named: [Named]
    /// Whether everybody is named who told of a need.
    package let namesAll: Bool

    package init(_ all: [Named], mayName: (Named) -> Bool) {
        var counts: [(need: Need?, count: Int)] = []
        for need in Need.allCases {
            let count = all.count { $0.needs.needs.contains(need) }
            if count > 0 { counts.append((need, count)) }
        }
        let others = all.count { !$0.needs.other.isEmpty }
        if others > 0 { counts.append((nil, others)) }
        self.counts = counts
        named = all.filter(mayName)
        namesAll = named.count == all.count
    }

    package static func == (left: SessionNeeds, right: SessionNeeds) -> Bool {
        left.named == right.named && left.namesAll == right.namesAll
            && left.counts.elementsEqual(right.counts) { $0.need == $1.need && $0.count == $1.count }
    }
}
