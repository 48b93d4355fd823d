package import Foundation

/// One difference between the draft and the newest release.
package struct ReleaseChange: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case new, retimed, moved, retitled, reworded, recapacitated, refacilitated, cancelled
    }

    package let kind: Kind
    package let reference: String
    package let before: String
    package let after: String
    /// Places taken and waiting that it touches.
    package let booked: Int

    package init(kind: Kind, reference: String, before: String, after: String, booked: Int) {
        self.kind = kind
        self.reference = reference
        self.before = before
        self.after = after
        self.booked = booked
    }
}

/// The part of a session that a release copies, on one side of the comparison.
package struct ReleasedContent: Sendable, Equatable {
    package var title: String
    package var kind: String
    package var strand: String?
    package var description: String
    package var startsAt: Date
    package var endsAt: Date
    package var room: String?
    package var online: Bool
    package var capacity: Int
    package var facilitators: [String]
    package var cancelled: Bool

    package init(
        title: String, kind: String, strand: String?, description: String, startsAt: Date, endsAt: Date, room: String?,
        online: Bool,
        capacity: Int, facilitators: [String], cancelled: Bool
    ) {
        self.title = title
        self.kind = kind
        self.strand = strand
        self.description = description
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.room = room
        self.online = online
        self.capacity = capacity
        self.facilitators = facilitators
        self.cancelled = cancelled
    }

    private var times: String {
        let start = London.local(startsAt)
        let end = London.local(endsAt)
        return start.day == end.day ? "\(start.iso)-\(end.time.iso)" : "\(start.iso)-\(end.iso)"
    }

    private var place: String { room ?? (online ? "Online" : "") }

    /// Every difference, in the order in which people care.
    package static func differences(
        reference: String, booked: Int, from old: ReleasedContent?, to new: ReleasedContent
    ) -> [ReleaseChange] {
        guard let old else {
            guard !new.cancelled else { return [] }
            return [
                ReleaseChange(
                    kind: .new, reference: reference, before: "", after: "\(new.title), \(new.times)", booked: booked)
            ]
        }
        if new.cancelled {
            guard !old.cancelled else { return [] }
            return [ReleaseChange(kind: .cancelled, reference: reference, before: old.title, after: "", booked: booked)]
        }
        var changes: [ReleaseChange] = []
        func note(_ kind: ReleaseChange.Kind, _ before: String, _ after: String) {
            if before != after {
                changes.append(
                    ReleaseChange(kind: kind, reference: reference, before: before, after: after, booked: booked))
            }
        }
        note(.retimed, old.times, new.times)
        note(.moved, old.place, new.place)
        note(.retitled, old.title, new.title)
        note(.refacilitated, old.facilitators.joined(separator: "; "), new.facilitators.joined(separator: "; "))
        note(.recapacitated, String(old.capacity), String(new.capacity))
        note(.reworded, old.wording, new.wording)
        return changes
    }

    private var wording: String {
        [kind, strand ?? "", description].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
