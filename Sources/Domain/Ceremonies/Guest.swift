package import Foundation

/// Somebody invited to a ceremony, with whom they bring.
package struct Guest: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A person of the system.
        case person
        /// Somebody else, by name.
        case named
        /// A young person who was nominated, shown by their ceremony name or pseudonym alone.
        case young
    }

    /// Where a guest stands, as lists are narrowed down by it.
    package enum Standing: String, Sendable, CaseIterable {
        case coming, declined, waiting
        case notInvited = "not_invited"
    }

    package let id: UUID
    package let ceremony: String
    package let kind: Kind
    package let name: String
    package let email: String?
    /// How many are invited, the guest among them.
    package let party: Int
    /// How many of them come; nil before there is an answer.
    package let coming: Int?
    package let repliedAt: Date?
    package let invitedAt: Date?
    /// How many of them are here.
    package let arrived: Int
    package let arrivedAt: Date?
    package let table: String?
    /// Nothing for those who may not read it.
    package let needs: GuestNeeds

    package init(
        id: UUID, ceremony: String, kind: Kind, name: String, email: String?, party: Int, coming: Int?,
        repliedAt: Date?,
        invitedAt: Date?, arrived: Int, arrivedAt: Date?, table: String?, needs: GuestNeeds
    ) {
        self.id = id
        self.ceremony = ceremony
        self.kind = kind
        self.name = name
        self.email = email
        self.party = party
        self.coming = coming
        self.repliedAt = repliedAt
        self.invitedAt = invitedAt
        self.arrived = arrived
        self.arrivedAt = arrivedAt
        self.table = table
        self.needs = needs
    }

    package var standing: Standing {
        switch coming {
        case 0: .declined
        case .some: .coming
        case nil: invitedAt == nil ? .notInvited : .waiting
        }
    }

    /// How many are expected: as answered, and all who are invited before that.
    package var expected: Int { coming ?? party }
}

/// A ceremony as guests are asked to it.
package struct GuestCeremony: Sendable, Equatable {
    package let slug: String
    package let title: String
    package let startsAt: Date
    package let doorsAt: Date?
    package let finishAt: Date?
    /// Room and site, as printed.
    package let place: String
    /// Whether it has begun, by the database's clock: replies are over.
    package let hasBegun: Bool

    package init(
        slug: String, title: String, startsAt: Date, doorsAt: Date?, finishAt: Date?, place: String, hasBegun: Bool
    ) {
        self.slug = slug
        self.title = title
        self.startsAt = startsAt
        self.doorsAt = doorsAt
        self.finishAt = finishAt
        self.place = place
        self.hasBegun = hasBegun
    }
}

/// What a secret address opens: who is asked to what.
package struct Invitation: Sendable, Equatable {
    package let ceremony: GuestCeremony
    package let guest: Guest

    package init(ceremony: GuestCeremony, guest: Guest) {
        self.ceremony = ceremony
        self.guest = guest
    }
}

/// How the replies stand, in people unless it says otherwise.
package struct GuestCounts: Sendable, Equatable {
    package let guests: Int
    package let people: Int
    package let coming: Int
    package let declined: Int
    /// Of parties that were invited and have not answered.
    package let waiting: Int
    package let notInvited: Int
    package let arrived: Int
    /// Guests with an address who have had no invitation.
    package let toInvite: Int

    package init(
        guests: Int, people: Int, coming: Int, declined: Int, waiting: Int, notInvited: Int, arrived: Int, toInvite: Int
    ) {
        self.guests = guests
        self.people = people
        self.coming = coming
        self.declined = declined
        self.waiting = waiting
        self.notInvited = notInvited
        self.arrived = arrived
        self.toInvite = toInvite
    }
}
