import Domain
import Foundation
import Postgres

/// The fields of a session that differ between two moments, for the audit and for undo.
enum SessionSnapshot {
    typealias Moment = (session: Session, leads: [ID<Person>])

    static func pair(_ before: Moment, _ after: Moment) -> (before: JSONText, after: JSONText) {
        let (old, new) = (fields(before), fields(after))
        let changed = old.keys.filter { old[$0] != new[$0] }
        return (
            .object(Dictionary(uniqueKeysWithValues: changed.map { ($0, old[$0]) })),
            .object(Dictionary(uniqueKeysWithValues: changed.map { ($0, new[$0]) }))
        )
    }

    /// Whether the session still holds the fields that an audit entry kept.
    static func matches(_ session: Session, _ leads: [ID<Person>], _ json: String) -> Bool {
        guard let kept = decoded(json) else { return false }
        let now = fields((session, leads))
        return kept.allSatisfy { now[$0.key] == $0.value }
    }

    /// Empty text stands for nothing, so that an undo can tell "was empty" from "was not touched". Facilitators are kept by
    /// key: names and addresses stay out of the audit.
    private static func fields(_ moment: Moment) -> [String: String] {
        let session = moment.session
        return [
            "title": session.title, "kind": session.kind, "strand": session.strandSlug ?? "",
            "description": session.description,
            "starts_at": session.startsAt.map(London.rfc3339) ?? "",
            "ends_at": session.endsAt.map(London.rfc3339) ?? "",
            "room": session.site.map { "\($0)/\(session.room ?? "")" } ?? "",
            "online_url": session.draft?.onlineURL ?? "",
            "capacity": "\(session.capacity)", "minutes": "\(session.draft?.minutes ?? 0)",
            "facilitators": moment.leads.sorted().map(\.description).joined(separator: ";"),
        ]
    }

    private static func decoded(_ json: String) -> [String: String]? {
        try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    }

    /// The facilitators that an audit entry kept, if they were part of the change.
    static func leads(from json: String) -> [ID<Person>]? {
        decoded(json)?["facilitators"].map { $0.split(separator: ";").compactMap { Int($0) }.map { ID(rawValue: $0) } }
    }

    /// The change that takes a session back to the fields that an audit entry kept.
    static func change(from json: String) -> SessionChange? {
        guard let fields = decoded(json) else { return nil }
        var change = SessionChange()
        func present(_ text: String) -> String? { text.isEmpty ? nil : text }
        func moment(_ text: String) -> Date? {
            present(text).flatMap { try? DateEntry.moment($0, today: Day(number: 0)) }
        }
        if let title = fields["title"] { change.title = .set(title) }
        if let kind = fields["kind"] { change.kind = .set(kind) }
        if let strand = fields["strand"] { change.strand = .set(present(strand)) }
        if let description = fields["description"] { change.description = .set(description) }
        if let room = fields["room"] { change.room = .set(present(room)) }
        if let url = fields["online_url"] { change.onlineURL = .set(present(url)) }
        if let capacity = fields["capacity"].flatMap({ Int($0) }) { change.capacity = .set(capacity) }
        if let starts = fields["starts_at"] { change.startsAt = .set(moment(starts)) }
        if let ends = fields["ends_at"] { change.endsAt = .set(moment(ends)) }
        return change
    }
}
