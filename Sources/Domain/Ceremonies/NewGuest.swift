/// Somebody to invite.
package struct NewGuest: Sendable, Equatable {
    package static let parties = 1...50

    /// As typed; empty with an address alone, whose owner is then called by it.
    package var name: String
    package var email: String?
    package var party: Int
    package var needs: GuestNeeds

    /// Reads what was typed.
    ///
    /// - Parameter name: a name, or an address where none is given beside it.
    package init(
        name: String, email: String? = nil, party: Int = 1, needs: GuestNeeds = GuestNeeds()
    ) throws(GuestRefusal) {
        guard Self.parties.contains(party) else { throw .partyOutOfRange }
        self.party = party
        self.needs = needs
        var typed = name
        var address = email.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        if address == nil, typed.contains("@"), !typed.contains(" ") { (address, typed) = (typed, "") }
        if let address {
            guard let read = try? EmailAddress(address) else { throw .emailMalformed }
            self.email = read.text.lowercased()
        } else {
            self.email = nil
        }
        do {
            self.name = try FreeText.line(typed, "the name", longest: 300, required: false)
        } catch {
            throw .text(error)
        }
        if self.name.isEmpty, self.email == nil { throw .nobody }
    }
}

/// What a guest answers.
package struct GuestReply: Sendable, Equatable {
    /// How many of the party come; 0 is no.
    package let coming: Int
    package let needs: GuestNeeds

    package init(coming: Int, needs: GuestNeeds) {
        self.coming = coming
        self.needs = needs
    }
}
