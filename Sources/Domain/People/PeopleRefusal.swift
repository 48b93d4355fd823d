/// Why people, places or names were not taken.
package enum PeopleRefusal: Refusal, Equatable {
    case emailMalformed(String)
    case emailTaken(String)
    case nothingNamed(kind: String, name: String, near: [String])
    case severalNamed(kind: String, name: String, candidates: [String])
    case nameTaken(kind: String, name: String)
    case nameHasSlash(kind: String)
    case roomNameShape(String)
    case capacityOutOfRange(Int)
    case inUse(kind: String, name: String, by: String)
    case hasLeft(String)
    case unknownRole(String)
    case lastAdmin
    case notToYourself
    case datesInWrongOrder
    case dayIsPast(Day)
    case leavesInThePast(Day)
    case notLeaving(String)
    case roleHeldThen(Role)
    case movedTwice(String)
    /// A team that does not exist on a day.
    case teamNotThen(String, Day)
    /// A post can only be handed to somebody else, and after its holder's first day.
    case heldFrom(Day, name: String)

    package var code: String {
        switch self {
        case .emailMalformed: "email_malformed"
        case .emailTaken: "email_taken"
        case .nothingNamed: "not_found"
        case .severalNamed: "ambiguous"
        case .nameTaken: "name_taken"
        case .nameHasSlash: "name_has_slash"
        case .roomNameShape: "room_name_shape"
        case .capacityOutOfRange: "capacity_out_of_range"
        case .inUse: "in_use"
        case .hasLeft: "has_left"
        case .unknownRole: "unknown_role"
        case .lastAdmin: "last_admin"
        case .notToYourself: "not_to_yourself"
        case .datesInWrongOrder: "dates_in_wrong_order"
        case .dayIsPast: "day_is_past"
        case .roleHeldThen: "role_held_then"
        case .movedTwice: "moved_twice"
        case .teamNotThen: "team_not_then"
        case .leavesInThePast: "leaves_in_the_past"
        case .notLeaving: "not_leaving"
        case .heldFrom: "held_already"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .nothingNamed: .notFound
        case .emailTaken, .nameTaken, .inUse, .hasLeft, .lastAdmin, .heldFrom, .roleHeldThen, .notLeaving:
            .conflict
        case .notToYourself: .forbidden
        case .emailMalformed, .severalNamed, .nameHasSlash, .roomNameShape, .capacityOutOfRange, .unknownRole,
            .datesInWrongOrder, .dayIsPast, .leavesInThePast, .movedTwice, .teamNotThen:
            .unprocessable
        }
    }

    package var message: String {
        switch self {
        case .emailMalformed(let email): "“\(email)” is not an e-mail address. Write it like name@example.org."
        case .emailTaken(let email): "Somebody else already has the address \(email)."
        case .nothingNamed(let kind, let name, let near): "No \(kind) '\(name)'.\(suggestion(near))"
        case .severalNamed(let kind, let name, let candidates):
            "'\(name)' could be more than one \(kind): \(candidates.joined(separator: ", ")). Type more of the name."
        case .nameTaken(let kind, let name): "There is already a \(kind) called '\(name)'."
        case .nameHasSlash(let kind): "The name of a \(kind) cannot hold “/”: it stands between a site and its room."
        case .roomNameShape(let name): "Write the room as \"SITE/ROOM\", not '\(name)'."
        case .capacityOutOfRange(let capacity): "A capacity is a whole number from 1 to 10,000; \(capacity) is not."
        case .inUse(let kind, let name, let by):
            "The \(kind) '\(name)' is still used by \(by). Move that first; nothing was removed."
        case .hasLeft(let email): "\(email) has left."
        case .unknownRole(let role):
            "There is no role '\(role)'. The roles are practitioner, staff, manager, admin and councillor."
        case .lastAdmin:
            "This is the only admin. Give somebody else the role, without a last day, first; nothing was changed."
        case .notToYourself: "You cannot change your own roles. Ask another admin."
        case .datesInWrongOrder: "The last day is before the first."
        case .dayIsPast(let day): "\(day.long) is past. Give today or a later day."
        case .leavesInThePast(let day):
            "\(day.long) is not to come. Give a later day, or end their access at once."
        case .movedTwice(let email): "\(email) stands in two lines. Keep one of them."
        case .teamNotThen(let name, let day):
            "The team '\(name)' does not exist on \(day.long): see its first and last day under Teams."
        case .notLeaving(let email): "No day is set on which \(email) leaves."
        case .roleHeldThen(let role):
            "They hold the role \(role.rawValue) for a part of that time already. Change the last day of that one instead."
        case .heldFrom(let day, let name):
            "\(name) has it from \(day.long). Hand it to somebody else, on a later day."
        }
    }

    private func suggestion(_ near: [String]) -> String {
        switch near.count {
        case 0: ""
        case 1: " Did you mean '\(near[0])'?"
        default: " Did you mean " + near.map { "'\($0)'" }.joined(separator: " or ") + "?"
        }
    }
}
