package import Foundation

/// One bookable happening, as read: from the newest release for everyone, from the draft for staff.
package struct Session: Sendable, Equatable {
    package enum State: String, CaseIterable, Sendable {
        case draft, scheduled, cancelled
        /// Scheduled, and over.
        case completed
    }

    package var id: ID<Session>
    package var publicID: UUID
    package var reference: String
    package var event: String
    package var eventTitle: String
    package var eventState: Event.State
    package var title: String
    package var kind: String
    /// Its name, and what addresses and files call it.
    package var strand: String?
    package var strandSlug: String?
    package var description: String
    package var startsAt: Date?
    package var endsAt: Date?
    package var room: String?
    package var roomAccess: String
    package var site: String?
    package var siteSlug: String?
    package var siteAddress: String
    package var online: Bool
    package var capacity: Int
    package var taken: Int
    package var waiting: Int
    package var state: State
    package var cancelReason: String?
    package var cancelledAt: Date?
    /// iCalendar's SEQUENCE.
    package var sequence: Int
    package var changedAt: Date
    package var createdAt: Date
    /// Rises with every edit; what a stale form is recognised by.
    package var revision: Int
    package var series: ID<Series>?
    /// The original start of an occurrence, for ever.
    package var recurrenceID: Date?
    package var facilitators: [String]
    /// What only staff read, and facilitators of the session.
    package var draft: SessionDraft?

    package init(
        id: ID<Session>, publicID: UUID, reference: String, event: String, eventTitle: String, eventState: Event.State,
        title: String,
        kind: String, strand: String?, strandSlug: String?, description: String, startsAt: Date?, endsAt: Date?,
        room: String?,
        roomAccess: String,
        site: String?, siteSlug: String?, siteAddress: String, online: Bool, capacity: Int, taken: Int, waiting: Int,
        state: State,
        cancelReason: String?, cancelledAt: Date?, sequence: Int, changedAt: Date, createdAt: Date, revision: Int,
        series: ID<Series>?, recurrenceID: Date?, facilitators: [String], draft: SessionDraft?
    ) {
        self.id = id
        self.publicID = publicID
        self.reference = reference
        self.event = event
        self.eventTitle = eventTitle
        self.eventState = eventState
        self.title = title
        self.kind = kind
        self.strand = strand
        self.strandSlug = strandSlug
        self.description = description
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.room = room
        self.roomAccess = roomAccess
        self.site = site
        self.siteSlug = siteSlug
        self.siteAddress = siteAddress
        self.online = online
        self.capacity = capacity
        self.taken = taken
        self.waiting = waiting
        self.state = state
        self.cancelReason = cancelReason
        self.cancelledAt = cancelledAt
        self.sequence = sequence
        self.changedAt = changedAt
        self.createdAt = createdAt
        self.revision = revision
        self.series = series
        self.recurrenceID = recurrenceID
        self.facilitators = facilitators
        self.draft = draft
    }

    package var placesLeft: Int { max(0, capacity - taken) }

    /// Where it is, as one line: `Room 1, Corbyn Road`, `Online`, or nil when nobody has said yet.
    package var place: String? {
        switch (room, site) {
        case (let room?, let site?): "\(room), \(site)"
        default: online ? "Online" : nil
        }
    }
}

/// The part of a session that only staff and its facilitators read.
package struct SessionDraft: Sendable, Equatable {
    package var minutes: Int
    package var onlineURL: String?
    package var everReleased: Bool
    package var facilitatorEmails: [String]
    /// In the notation of `Audience`.
    package var audience: String

    package init(
        minutes: Int, onlineURL: String?, everReleased: Bool, facilitatorEmails: [String],
        audience: String
    ) {
        self.minutes = minutes
        self.onlineURL = onlineURL
        self.everReleased = everReleased
        self.facilitatorEmails = facilitatorEmails
        self.audience = audience
    }
}
