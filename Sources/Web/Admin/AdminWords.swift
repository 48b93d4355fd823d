import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// What the administration pages say in the same way.
enum AdminWords {
    /// "29 Jan 2018, 9:30am"
    static func moment(_ at: Date?) -> String {
        guard let at else { return "" }
        let local = London.local(at)
        return "\(local.day.short), \(local.time.spoken)"
    }

    static func role(_ role: Domain.Role) -> String {
        switch role {
        case .practitioner: "Practitioner"
        case .manager: "Manager"
        case .staff: "CPP staff"
        case .admin: "Administrator"
        case .councillor: "Councillor"
        case .safeguarding: "Safeguarding"
        case .nominator: "Nominator"
        }
    }

    /// In the order in which they are offered.
    static let roles: [Domain.Role] = [.practitioner, .manager, .staff, .admin, .councillor, .safeguarding, .nominator]

    /// What the role lets one do.
    static func explanation(_ role: Domain.Role) -> String {
        switch role {
        case .practitioner: "Books places"
        case .manager: "Manages a team; may book the managers' sessions"
        case .staff: "Plans, releases, books for others, imports and exports"
        case .admin: "Looks after people, teams, secrets and the mail; may do what staff may"
        case .councillor: "Reads the programme; books only what is for councillors"
        case .safeguarding: "With CPP staff: reads young people’s legal names and worries, each reading recorded"
        case .nominator: "A partner or family who nominates for awards, and books nothing"
        }
    }

    /// - Parameter none: what is said in the place of a nought: "no message is".
    static func counted(_ count: Int, _ one: String, _ many: String, none: String? = nil) -> String {
        if count == 0, let none { return none }
        return "\(count) \(count == 1 ? one : many)"
    }

    /// The field of a person's or a team's form that a refusal is about; nil when it is about none of them.
    static func field(of refusal: any Refusal) -> String? {
        switch refusal {
        case let refusal as PeopleRefusal:
            switch refusal {
            case .emailMalformed, .emailTaken: "email"
            case .nothingNamed(let kind, _, _), .severalNamed(let kind, _, _): kind
            case .nameTaken, .nameHasSlash: "name"
            case .unknownRole, .lastAdmin, .notToYourself: "roles"
            case .datesInWrongOrder: "to"
            default: nil
            }
        case TextProblem.missing(let what), TextProblem.controlCharacter(let what),
            TextProblem.hiddenDirection(let what),
            TextProblem.caseData(let what), TextProblem.tooLong(let what, _):
            switch what {
            case "the service": "service"
            case "the job title": "job_title"
            case "the employer": "employer"
            case let what where what.hasPrefix("a name"): "name"
            default: nil
            }
        default: nil
        }
    }
}

/// Newer and older pages of a list that grows at its beginning.
struct CursorLinks: Component {
    var address: WebAddress
    /// Whether this is not the newest page.
    var isLater: Bool
    /// Where the next page begins.
    var next: Int?

    var body: Markup {
        if isLater || next != nil {
            Nav(.class("pagination"), .aria(.label, "Pages")) {
                Ul {
                    if isLater { Li { A("Newest", href: address) } }
                    if let next { Li { A("Older", href: address.adding("before", String(next)), .rel(.next)) } }
                }
            }
        }
    }
}

extension WebSite {
    /// The frame of an administration page.
    func adminFrame(_ title: String, _ context: SignedInContext, errors: [FieldError] = [], done: String? = nil)
        -> PageFrame
    {
        var frame = frame(title, context.web)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        frame.banner = done.map { Banner(.success, $0) }
        return frame
    }
}
