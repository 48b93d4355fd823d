import Domain
import Services

/// The column that a refusal of a use case is about; the names are those of the kinds' columns, and a caller leaves out what
/// its file does not have.
enum RefusedColumn {
    static func of(_ refusal: any Refusal) -> String? {
        switch refusal {
        case let refusal as TextProblem: of(refusal)
        case let refusal as PeopleRefusal: of(refusal)
        case let refusal as ProgrammeRefusal: of(refusal)
        case let refusal as ImportedBookingRefusal:
            switch refusal {
            case .notReleased: "session"
            case .full, .placeFree, .otherState: "state"
            }
        case is BookingRefusal: "person_email"
        default: nil
        }
    }

    private static func of(_ refusal: TextProblem) -> String? {
        let what =
            switch refusal {
            case .missing(let what), .controlCharacter(let what), .hiddenDirection(let what), .caseData(let what): what
            case .tooLong(let what, _): what
            }
        return switch what {
        case "a title": "title"
        case "the description": "description"
        case "the address": "address"
        case "the access notes": "access"
        case "the service": "service"
        case "the job title": "job_title"
        case "the employer": "employer"
        case let what where what.hasPrefix("a name"): "name"
        default: nil
        }
    }

    private static func of(_ refusal: PeopleRefusal) -> String? {
        switch refusal {
        case .emailMalformed, .emailTaken: "email"
        case .nothingNamed(let kind, _, _), .severalNamed(let kind, _, _):
            switch kind {
            case "site", "room", "team", "strand", "event", "session": kind
            case "person": "person_email"
            case "service", "employer": "audience"
            default: nil
            }
        case .nameTaken, .nameHasSlash, .roomNameShape: "name"
        case .capacityOutOfRange: "capacity"
        case .unknownRole, .lastAdmin, .notToYourself: "roles"
        case .datesInWrongOrder: "to"
        default: nil
        }
    }

    private static func of(_ refusal: ProgrammeRefusal) -> String? {
        switch refusal {
        case .slugMalformed, .slugTaken: "slug"
        case .referenceTaken, .referenceMalformed: "reference"
        case .datesInWrongOrder, .daysOutOfRange: "to"
        case .endNotAfterStart, .tooLong: "ends_at"
        case .halfATime, .timeNever, .timeTwice, .dateAmbiguous, .dateUnreadable, .timeUnreadable, .outsideEvent,
            .ruleMissesStart,
            .releasedCannotBeUnplaced:
            "starts_at"
        case .capacityOutOfRange, .capacityBelowTaken: "capacity"
        case .minutesOutOfRange: "minutes"
        case .kindMalformed: "kind"
        case .urlMalformed: "online_url"
        case .audienceUnreadable, .audienceItself: "audience"
        case .ruleUnreadable, .ruleWithoutInstances: "rule"
        case .ruleNeedsOneEnd: "until"
        case .eventNotOpen: "event"
        case .cancelledAlready: "state"
        default: nil
        }
    }
}
