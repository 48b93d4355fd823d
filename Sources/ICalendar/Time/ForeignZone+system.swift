import Foundation

extension ForeignZone {
    /// For a file that names a zone of the IANA list without defining it, as Google's and many others' do: a definition
    /// made from the system's time zone data, 1970 to 2100. Nil for an unknown name.
    convenience init?(systemZone id: String) {
        let isPlain = id.utf8.allSatisfy { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 43, 45, 47, 95: true
            default: false
            }
        }
        guard isPlain, !id.isEmpty, id.utf8.count <= 64, !id.hasPrefix("/"), let zone = TimeZone(identifier: id) else {
            return nil
        }
        let epoch = Date(timeIntervalSince1970: 0)
        let first = zone.secondsFromGMT(for: epoch)
        var changes: [(at: Int, offset: Int)] = []
        var previous = first
        var parts = [Self.part(at: 0, from: first, to: first)]
        var cursor = epoch
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        while changes.count < 400, let next = zone.nextDaylightSavingTimeTransition(after: cursor), next < end {
            guard next > cursor else { break }
            cursor = next
            let offset = zone.secondsFromGMT(for: next)
            guard offset != previous else { continue }
            let at = next.wholeSeconds
            changes.append((at, offset))
            parts.append(Self.part(at: at, from: previous, to: offset))
            previous = offset
        }
        let definition = ICalendarComponent(
            name: "VTIMEZONE", properties: [CalendarProperty("TZID", id)], components: parts)
        self.init(id: id, definition: definition, changes: changes, firstOffset: first)
    }

    /// One onset. Which parts are called DAYLIGHT means nothing to a reader; going forward is the usual sign.
    private static func part(at seconds: Int, from: Int, to: Int) -> ICalendarComponent {
        ICalendarComponent(
            name: to > from ? "DAYLIGHT" : "STANDARD",
            properties: [
                CalendarProperty("DTSTART", TimeText.text(CalendarDateTime(civilSeconds: seconds + from))),
                CalendarProperty("TZOFFSETFROM", TimeText.offsetText(from)),
                CalendarProperty("TZOFFSETTO", TimeText.offsetText(to)),
            ])
    }
}
