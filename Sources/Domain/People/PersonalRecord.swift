package import Foundation

/// What the centre keeps about one person, for that person: nobody else's name is in it.
package struct PersonalRecord: Sendable {
    package struct Particulars: Sendable {
        package let email: String
        package let name: String
        package let team: String?
        package let service: String?
        package let employer: String?
        package let jobTitle: String
        package let roles: [Role]
        package let since: Date
        /// The moment from which they have no access, where one is set.
        package let leavesAt: Date?

        package init(
            email: String, name: String, team: String?, service: String?, employer: String?, jobTitle: String,
            roles: [Role], since: Date, leavesAt: Date?
        ) {
            self.email = email
            self.name = name
            self.team = team
            self.service = service
            self.employer = employer
            self.jobTitle = jobTitle
            self.roles = roles
            self.since = since
            self.leavesAt = leavesAt
        }
    }

    /// A booking, whatever became of it.
    package struct Place: Sendable {
        package let session: String
        package let title: String
        package let startsAt: Date?
        package let endsAt: Date?
        package let state: BookingState
        package let bookedAt: Date
        package let changedAt: Date
        package let byOneself: Bool
        /// Why it was given back, and why a free place went past.
        package let notes: [String]

        package init(
            session: String, title: String, startsAt: Date?, endsAt: Date?, state: BookingState, bookedAt: Date,
            changedAt: Date,
            byOneself: Bool, notes: [String]
        ) {
            self.session = session
            self.title = title
            self.startsAt = startsAt
            self.endsAt = endsAt
            self.state = state
            self.bookedAt = bookedAt
            self.changedAt = changedAt
            self.byOneself = byOneself
            self.notes = notes
        }

        /// The same, with what a free place went past because of called by title, time and room.
        package func inWords(_ names: [String: SessionName]) -> Place {
            Place(
                session: session, title: title, startsAt: startsAt, endsAt: endsAt, state: state, bookedAt: bookedAt,
                changedAt: changedAt, byOneself: byOneself, notes: notes.map { PassedOver.inWords($0, names) })
        }
    }

    /// A way in: a browser that signed in, a code that was asked for, a calendar address, a token for programs.
    package struct WayIn: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case browser, code, calendar, token
        }

        package let kind: Kind
        package let madeAt: Date
        package let usedAt: Date?
        package let endedAt: Date?

        package init(kind: Kind, madeAt: Date, usedAt: Date?, endedAt: Date?) {
            self.kind = kind
            self.madeAt = madeAt
            self.usedAt = usedAt
            self.endedAt = endedAt
        }
    }

    /// A letter that was owed, and what became of it.
    package struct Letter: Sendable {
        package let template: MessageTemplate
        package let madeAt: Date
        package let sentAt: Date?

        package init(template: MessageTemplate, madeAt: Date, sentAt: Date?) {
            self.template = template
            self.madeAt = madeAt
            self.sentAt = sentAt
        }
    }

    /// Something in the audit that the person did, or that was done to them.
    package struct Deed: Sendable {
        package let at: Date
        package let byOneself: Bool
        package let channel: String
        package let action: String
        package let object: String

        package init(at: Date, byOneself: Bool, channel: String, action: String, object: String) {
            self.at = at
            self.byOneself = byOneself
            self.channel = channel
            self.action = action
            self.object = object
        }
    }

    /// A post held, or to be held, from one day to another.
    package struct Office: Sendable {
        package let post: String
        package let from: Day
        package let to: Day?

        package init(post: String, from: Day, to: Day?) {
            self.post = post
            self.from = from
            self.to = to
        }
    }

    /// A session that the person is or was down to lead.
    package struct Lead: Sendable {
        package let session: String
        package let title: String
        package let startsAt: Date?
        package let endsAt: Date?
        package let state: Session.State

        package init(session: String, title: String, startsAt: Date?, endsAt: Date?, state: Session.State) {
            self.session = session
            self.title = title
            self.startsAt = startsAt
            self.endsAt = endsAt
            self.state = state
        }
    }

    /// A file that went out with the person in it: what kind of file, and of which event.
    package struct Export: Sendable {
        package let at: Date
        package let kind: String
        package let event: String?

        package init(at: Date, kind: String, event: String?) {
            self.at = at
            self.kind = kind
            self.event = event
        }
    }

    /// A nomination that the person made, with how many files they added to it. Whom they nominated is not in it.
    package struct Nominated: Sendable {
        package let award: String
        package let state: Nomination.State
        package let madeAt: Date
        package let files: Int

        package init(award: String, state: Nomination.State, madeAt: Date, files: Int) {
            self.award = award
            self.state = state
            self.madeAt = madeAt
            self.files = files
        }
    }

    package let particulars: Particulars
    /// The teams that they are to be in, and from which day.
    package let moves: [(team: String, day: Day)]
    package let roles: [RoleGrant]
    package let offices: [Office]
    package let needs: Needs?
    package let leads: [Lead]
    package let exports: [Export]
    package let places: [Place]
    package let nominations: [Nominated]
    package let waysIn: [WayIn]
    package let letters: [Letter]
    /// The newest first, a bounded number.
    package let deeds: [Deed]

    package init(
        particulars: Particulars, moves: [(team: String, day: Day)], roles: [RoleGrant], offices: [Office],
        needs: Needs?, leads: [Lead],
        exports: [Export], places: [Place], nominations: [Nominated], waysIn: [WayIn], letters: [Letter], deeds: [Deed]
    ) {
        self.particulars = particulars
        self.moves = moves
        self.roles = roles
        self.offices = offices
        self.needs = needs
        self.leads = leads
        self.exports = exports
        self.places = places
        self.nominations = nominations
        self.waysIn = waysIn
        self.letters = letters
        self.deeds = deeds
    }
}
