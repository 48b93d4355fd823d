import Domain
import Foundation
import HTML
import Services

/// A session as it stands in the boxes of a form, exactly as typed.
struct SessionForm: Equatable, Sendable {
    var title = ""
    var kind = "workshop"
    var strand = ""
    var description = ""
    var time = TimeEntry()
    /// `SITE/ROOM`, or empty.
    var room = ""
    var online = ""
    var capacity = ""
    /// Names or addresses, one a line.
    var leads = ""

    init() {}

    /// - Parameter prefix: `base-` reads what the page showed when it was opened.
    init(_ form: FormFields, prefix: String = "") {
        func typed(_ name: String) -> String { form[prefix + name] ?? "" }
        title = typed("title")
        kind = typed("kind")
        strand = typed("strand")
        description = typed("description").replacing("\r\n", with: "\n")
        time = TimeEntry(form, prefix: prefix)
        room = typed("room")
        online = typed("online")
        capacity = typed("capacity").trimmingCharacters(in: .whitespaces)
        leads = typed("leads").replacing("\r\n", with: "\n")
    }

    /// A session of the draft, to be changed. Where there is an end, no length is shown beside it.
    init(_ session: Session) {
        title = session.title
        kind = session.kind
        strand = session.strandSlug ?? ""
        description = session.description
        time = TimeEntry(session)
        if !time.isUnplaced { time.minutes = "" }
        room = session.site.map { "\($0)/\(session.room ?? "")" } ?? ""
        online = session.draft?.onlineURL ?? ""
        capacity = "\(session.capacity)"
        leads = (session.draft?.facilitatorEmails ?? []).joined(separator: "\n")
    }

    /// The next session after those added so far: on the same day in the same room, right after the last one. Its kind is only
    /// taken over when two in a row had it; otherwise it is what most of them are.
    static func following(_ sessions: [Session]) -> SessionForm {
        var form = SessionForm()
        let newest = sessions.sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
        guard let last = newest.first else {
            form.time.minutes = "60"
            return form
        }
        form.kind = newest.dropFirst().first?.kind == last.kind ? last.kind : usualKind(of: sessions) ?? form.kind
        form.strand = last.strandSlug ?? ""
        form.room = last.site.map { "\($0)/\(last.room ?? "")" } ?? ""
        form.time.minutes = "\(last.draft?.minutes ?? 60)"
        if let starts = last.startsAt, let ends = last.endsAt {
            let end = London.local(ends)
            form.time.date = London.local(starts).day.long
            if end.day == London.local(starts).day { form.time.starts = end.time.iso }
        }
        return form
    }

    /// The kind that most have, if more than one has it.
    private static func usualKind(of sessions: [Session]) -> String? {
        let counts = Dictionary(grouping: sessions, by: \.kind).mapValues(\.count).filter { $0.value > 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The same session again, on the next day that the event still has.
    static func repeating(_ session: Session, in event: Event) -> SessionForm {
        var form = SessionForm(session)
        guard let starts = session.startsAt else { return form }
        let next = London.local(starts).day.adding(days: 1)
        form.time.minutes = "\(session.draft?.minutes ?? 60)"
        (form.time.startsOffset, form.time.endsOffset) = ("", "")
        form.time.date = (next <= event.to ? next : London.local(starts).day).long
        form.time.ends = ""
        return form
    }

    /// The fields that are told apart, with their names and words; the times count as one.
    static let parts: [(name: String, label: String, value: @Sendable (SessionForm) -> String)] = [
        ("title", "Title", { $0.title }),
        ("kind", "Kind", { $0.kind }),
        ("strand", "Strand", { $0.strand }),
        ("description", "Description", { $0.description }),
        ("starts", "Date and time", { $0.when }),
        ("room", "Room", { $0.room }),
        ("online", "Joining link", { $0.online }),
        ("capacity", "Places", { $0.capacity }),
        ("leads", "Led by", { $0.leads }),
    ]

    /// The typed times in one line.
    var when: String {
        time.isUnplaced
            ? "No time yet, \(time.minutes) minutes"
            : "\(time.boxes.isEmpty ? time.date : time.boxes.words), \(time.starts) to \(time.ends.isEmpty ? "\(time.minutes) minutes later" : time.ends)"
                + (time.startsOffset.isEmpty ? "" : " (\(time.startsOffset))")
    }

    /// What the page showed, as hidden fields, so that only what was changed is sent on, and a stale form can tell both versions.
    var baseFields: [(name: String, value: String)] {
        [
            ("base-title", title), ("base-kind", kind), ("base-strand", strand), ("base-description", description),
            ("base-date", time.date), ("base-starts", time.starts), ("base-ends", time.ends),
            ("base-minutes", time.minutes), ("base-starts-offset", time.startsOffset),
            ("base-ends-offset", time.endsOffset), ("base-room", room), ("base-online", online),
            ("base-capacity", capacity), ("base-leads", leads),
        ]
    }

    /// What somebody else changed meanwhile is taken over; what was typed here stays.
    func merged(base: SessionForm, now: SessionForm) -> SessionForm {
        var merged = self
        if title == base.title { merged.title = now.title }
        if kind == base.kind { merged.kind = now.kind }
        if strand == base.strand { merged.strand = now.strand }
        if description == base.description { merged.description = now.description }
        if time == base.time { merged.time = now.time }
        if room == base.room { merged.room = now.room }
        if online == base.online { merged.online = now.online }
        if capacity == base.capacity { merged.capacity = now.capacity }
        if leads == base.leads { merged.leads = now.leads }
        return merged
    }
}
