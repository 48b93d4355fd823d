import CSV
import Domain
import Foundation

/// Reads the rows of a file of sessions against the names that exist.
struct SessionRowReader {
    var events: NameIndex<Event>
    /// By event.
    var strands: [String: NameIndex<String>]
    var sites: NameIndex<String>
    var rooms: NameIndex<String>
    var emails: NameIndex<String>
    var teams: NameIndex<String>
    var services: NameIndex<String>
    var employers: NameIndex<String>
    /// References that exist or that the file gives, good or bad.
    var references: Set<String>

    mutating func read(_ row: inout ImportRow, of importer: Importer) -> SessionRow? {
        let event = importer.event(&row, among: &events)
        let reference = row.text("reference")?.uppercased()
        let title = row.line("title", "a title", upTo: 200, required: true)
        let kind = row.text("kind")
        let strand = strand(&row, event)
        let (starts, ends) = times(&row)
        let room = room(&row)
        let onlineURL: String?? = row.has("online_url") ? .some(row.text("online_url")) : nil
        let capacity = row.number("capacity", in: 1...10_000)
        let facilitators = row.has("facilitator_email") ? row.people("facilitator_email", in: &emails) : nil
        let audience = row.has("audience") ? audience(&row, reference) : nil
        let description = row.prose("description", "the description", upTo: 5000)
        let state = state(&row)
        guard row.isGood, let event, let title else { return nil }
        return SessionRow(
            event: event, reference: reference, title: title, kind: kind, strand: strand, startsAt: starts,
            endsAt: ends, room: room,
            onlineURL: onlineURL, capacity: capacity, facilitators: facilitators, audience: audience,
            description: description,
            state: state)
    }

    private mutating func strand(_ row: inout ImportRow, _ event: Event?) -> String?? {
        guard row.has("strand") else { return nil }
        guard row.text("strand") != nil, let event else { return .some(nil) }
        var names = strands[event.slug] ?? NameIndex("strand", [])
        defer { strands[event.slug] = names }
        return .some(row.known("strand", in: &names))
    }

    /// Both or neither.
    private func times(_ row: inout ImportRow) -> (starts: Date?, ends: Date?) {
        let starts = row.moment("starts_at")
        let ends = row.moment("ends_at")
        switch (row.text("starts_at"), row.text("ends_at")) {
        case (nil, _?):
            row.refuse("starts_at", "Give the start too, or leave both blank for a session without a time yet.")
        case (_?, nil): row.refuse("ends_at", "Give the end too, or leave both blank for a session without a time yet.")
        case (nil, nil), (_?, _?): break
        }
        if let starts, let ends {
            if ends <= starts { row.refuse("ends_at", ProgrammeRefusal.endNotAfterStart.message) }
            if ends.timeIntervalSince(starts) > 14 * 86_400 { row.refuse("ends_at", ProgrammeRefusal.tooLong.message) }
        }
        return (starts, ends)
    }

    private mutating func room(_ row: inout ImportRow) -> String?? {
        guard row.has("room") else { return nil }
        let site = row.known("site", in: &sites)
        guard let room = row.text("room") else {
            if site != nil { row.refuse("room", "Say which room of the site, or leave the site blank too.") }
            return .some(nil)
        }
        guard let site else {
            if row.text("site") == nil { row.refuse("site", "Say which site the room is in.") }
            return .some(nil)
        }
        do {
            return .some(try rooms.find("\(site)/\(room)"))
        } catch {
            row.refuse("room", error.message)
            return .some(nil)
        }
    }

    private func state(_ row: inout ImportRow) -> Session.State? {
        guard let text = row.text("state") else { return nil }
        guard let state = Session.State(rawValue: text.lowercased()) else {
            row.refuse("state", "A session is draft, scheduled, completed or cancelled.")
            return nil
        }
        return state
    }

    /// The entries with their names as they are spelt, so that they compare with what is there.
    private mutating func audience(_ row: inout ImportRow, _ reference: String?) -> [Audience.Rule]? {
        let rules: [Audience.Rule]
        do {
            rules = try Audience.parse(row.text("audience") ?? "")
        } catch {
            row.refuse("audience", error.message)
            return nil
        }
        var resolved: [Audience.Rule] = []
        for rule in rules {
            do {
                switch rule {
                case .role: resolved.append(rule)
                case .service(let name): resolved.append(.service(try services.find(name)))
                case .team(let name): resolved.append(.team(try teams.find(name)))
                case .employer(let name): resolved.append(.employer(try employers.find(name)))
                case .after(let first):
                    if first == reference { row.refuse("audience", ProgrammeRefusal.audienceItself.message) }
                    if !references.contains(first) {
                        row.refuse(
                            "audience",
                            PeopleRefusal.nothingNamed(kind: "session", name: String(first.prefix(40)), near: [])
                                .message)
                    }
                    resolved.append(rule)
                }
            } catch {
                row.refuse("audience", error.message)
            }
        }
        return resolved
    }
}
