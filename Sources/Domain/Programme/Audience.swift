import Foundation

/// Who may book a session. No rule: everyone. Roles, services, teams and employers widen (any of them is enough);
/// `after` narrows: one must be confirmed in, or have attended, an earlier session.
///
/// Written as `role:manager; team:MASH Assessment; after:PW18-003`.
package enum Audience {
    package enum Rule: Sendable, Hashable {
        case role(Role)
        case service(String)
        case team(String)
        case employer(String)
        case after(String)
    }

    package static func parse(_ text: String) throws(ProgrammeRefusal) -> [Rule] {
        var rules: [Rule] = []
        for part in text.split(separator: ";") {
            let entry = part.trimmingCharacters(in: .whitespaces)
            if entry.isEmpty || entry.lowercased() == "everyone" { continue }
            guard let colon = entry.firstIndex(of: ":") else { throw .audienceUnreadable(entry) }
            let value = entry[entry.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            guard !value.isEmpty else { throw .audienceUnreadable(entry) }
            let rule: Rule
            switch entry[..<colon].trimmingCharacters(in: .whitespaces).lowercased() {
            case "role":
                guard let role = Role(rawValue: value.lowercased()) else { throw .audienceUnreadable(entry) }
                rule = .role(role)
            case "service": rule = .service(value)
            case "team": rule = .team(value)
            case "employer", "organisation": rule = .employer(value)
            case "after": rule = .after(value.uppercased())
            default: throw .audienceUnreadable(entry)
            }
            if !rules.contains(rule) { rules.append(rule) }
        }
        return rules
    }

    package static func print(_ rules: [Rule]) -> String {
        rules.map { rule in
            switch rule {
            case .role(let role): "role:\(role.rawValue)"
            case .service(let name): "service:\(name)"
            case .team(let name): "team:\(name)"
            case .employer(let name): "employer:\(name)"
            case .after(let reference): "after:\(reference)"
            }
        }.sorted().joined(separator: "; ")
    }
}
