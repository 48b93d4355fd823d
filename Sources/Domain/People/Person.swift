package import Foundation

/// Anyone known to the centre. `email` is an address, not an identity.
package struct Person: Sendable, Equatable {
    package let id: ID<Person>
    package let publicID: UUID
    package let email: String
    package let name: String
    package let team: String?
    package let employer: String?
    package let jobTitle: String
    package let roles: [Role]
    package let hasLeft: Bool

    package init(
        id: ID<Person>, publicID: UUID, email: String, name: String, team: String?, employer: String?, jobTitle: String,
        roles: [Role], hasLeft: Bool
    ) {
        self.id = id
        self.publicID = publicID
        self.email = email
        self.name = name
        self.team = team
        self.employer = employer
        self.jobTitle = jobTitle
        self.roles = roles
        self.hasLeft = hasLeft
    }
}

/// A person as somebody enters one. Nil leaves what is there; an empty text clears it.
package struct PersonDetails: Sendable, Equatable {
    package var email: String
    package var name: String?
    package var team: String?
    package var employer: String?
    package var jobTitle: String?
    package var roles: [Role]?

    package init(
        email: String, name: String? = nil, team: String? = nil, employer: String? = nil, jobTitle: String? = nil,
        roles: [Role]? = nil
    ) {
        self.email = email
        self.name = name
        self.team = team
        self.employer = employer
        self.jobTitle = jobTitle
        self.roles = roles
    }
}

/// An e-mail address, trimmed, in lower case and NFC, of a shape that a mail server would take.
package struct EmailAddress: Sendable, Hashable {
    package let text: String

    package init(_ raw: String) throws(PeopleRefusal) {
        let folded = raw.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
            .lowercased()
        let halves = folded.split(separator: "@", omittingEmptySubsequences: false)
        let forbidden = "\"<>(),;:\\[]"
        guard folded.unicodeScalars.count <= 254, halves.count == 2, !halves[0].isEmpty, halves[0].utf8.count <= 64,
            !halves[1].isEmpty,
            halves[1].contains("."), !halves[1].hasPrefix("."), !halves[1].hasSuffix("."), !folded.contains(".."),
            !folded.unicodeScalars.contains(where: {
                $0.properties.isWhitespace || $0.properties.generalCategory == .control
                    || $0.properties.generalCategory == .format
            }),
            !folded.contains(where: { forbidden.contains($0) })
        else { throw .emailMalformed(String(raw.prefix(80))) }
        text = folded
    }
}
