import Domain
import Services

extension Importer {
    func series(_ table: inout ImportTable) async throws {
        var events = try await eventNames()
        var sites = NameIndex("site", try await services.people.sites(in: work).map { ($0.name, $0.name) })
        var rooms = NameIndex("room", try await services.people.rooms(in: work).map { ($0.printed, $0.printed) })
        var emails = try await emails()
        let known = Dictionary(
            try await services.programme.series(by: actor, in: work).map { ($0.slug, $0) },
            uniquingKeysWith: { first, _ in first })
        var seen: [String: Int] = [:]
        try await table.each { row, _ in
            let slug = row.text("slug")?.lowercased()
            if let slug {
                row.claim(slug, "slug", in: &seen, "This series")
            } else {
                row.refuse("slug", "This field must not be blank.")
            }
            let event = event(&row, among: &events)
            let place = place(&row, &sites, &rooms)
            let facilitators = row.people("facilitator_email", in: &emails)
            guard var read = series(&row, slug, event, place, facilitators), let event else { return nil }
            if row.shift != 0 { read.startAgain(inside: event) }
            check(read, &row)
            if let series = known[read.new.slug], let column = read.difference(from: series) {
                row.refuse(
                    column,
                    "The series \(series.slug) is there already and has another \(column). Move or skip single dates, or choose another slug."
                )
            }
            guard row.isGood else { return nil }
            if known[read.new.slug] != nil { return .unchanged }
            _ = try await services.programme.addSeries(read.new, by: actor, in: work)
            return .added
        }
    }

    private func series(
        _ row: inout ImportRow, _ slug: String?, _ event: Event?, _ place: String?, _ facilitators: [String]
    ) -> SeriesRow? {
        let title = row.line("title", "a title", upTo: 200, required: true)
        let rule = row.line("rule", "the rule", upTo: 500, required: true)
        let starts = row.wallTime("starts_at", required: true)
        let minutes = row.number("minutes", in: 5...20_160, required: true)
        let capacity = row.number("capacity", in: 1...10_000)
        let until = row.day("until")
        let count = row.number("count", in: 1...SeriesPlan.mostInstances)
        guard row.isGood, let slug, let event, let title, let rule, let starts, let minutes else { return nil }
        return SeriesRow(
            new: NewSeries(
                event: event.slug, slug: slug, title: title, rule: rule, startsAt: starts, minutes: minutes,
                room: place,
                capacity: capacity, facilitators: facilitators, until: until, count: count),
            saysRoom: row.has("room"), saysFacilitators: row.has("facilitator_email"))
    }

    private func place(
        _ row: inout ImportRow, _ sites: inout NameIndex<String>, _ rooms: inout NameIndex<String>
    ) -> String? {
        let site = row.known("site", in: &sites)
        guard let room = row.text("room") else {
            if site != nil { row.refuse("room", "Say which room of the site, or leave the site blank too.") }
            return nil
        }
        guard let site else {
            if row.text("site") == nil { row.refuse("site", "Say which site the room is in.") }
            return nil
        }
        do {
            return try rooms.find("\(site)/\(room)")
        } catch {
            row.refuse("room", error.message)
            return nil
        }
    }

    /// What the rule gives is looked at before anything is compared or written.
    private func check(_ read: SeriesRow, _ row: inout ImportRow) {
        do {
            _ = try SeriesPlan(read.new)
        } catch let refusal as any Refusal {
            row.refuse(refusal)
        } catch {
            row.refuse("rule", "This rule cannot be kept.")
        }
    }
}
