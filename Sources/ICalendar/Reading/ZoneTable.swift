/// The zones of one file by their TZID.
struct ZoneTable {
    /// Bounds on what a hostile file may cost.
    private static let maximumZones = 16

    private(set) var declared: [CalendarZone] = []
    private var zones: [String: CalendarZone] = [:]

    mutating func declare(_ tree: ComponentTree, _ notes: inout NoteList) {
        guard let id = tree.first("TZID")?.value else {
            notes.add(tree.line, "The VTIMEZONE has no TZID; it was passed over.")
            return
        }
        guard zones[id] == nil else {
            notes.add(tree.line, "The VTIMEZONE \(id) stands twice; the first is meant.")
            return
        }
        guard id != LondonTime.zoneID else {
            zones[id] = .london
            declared.append(.london)
            return
        }
        guard declared.count < Self.maximumZones, let zone = ForeignZone(reading: tree.plain) else {
            notes.add(tree.line, "The VTIMEZONE \(id) cannot be used.")
            return
        }
        zones[id] = .foreign(zone)
        declared.append(.foreign(zone))
    }

    /// The zone a TZID means. One without a definition is London by a name of its own, a zone of the IANA list, or, with a
    /// note, London for want of anything better.
    mutating func zone(_ id: String, line: Int, _ notes: inout NoteList) -> CalendarZone {
        if let known = zones[id] { return known }
        notes.add(line, "The TZID \(id) has no VTIMEZONE (rule 4.1).")
        let found: CalendarZone
        if Self.meansLondon(id) {
            found = .london
        } else if zones.count < Self.maximumZones, let system = ForeignZone(systemZone: id) {
            found = .foreign(system)
        } else {
            notes.add(line, "The time zone \(id) is unknown; London's time was taken.")
            found = .london
        }
        // Bounded: ids that can no longer be remembered are London anyway.
        if zones.count < 4 * Self.maximumZones { zones[id] = found }
        return found
    }

    private static func meansLondon(_ id: String) -> Bool {
        id.hasSuffix(LondonTime.zoneID) || ["GMT Standard Time", "GB", "Europe/Belfast"].contains(id)
    }
}
