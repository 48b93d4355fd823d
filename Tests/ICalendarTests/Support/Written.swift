import ICalendar

/// The bytes of a calendar and what can be said of them without the library's own reader.
struct Written {
    let bytes: [UInt8]

    init(_ calendar: ICalendarObject) {
        bytes = ICalendarWriter.bytes(of: calendar)
    }

    /// Physical lines without their CR LF.
    var physicalLines: [[UInt8]] {
        var result: [[UInt8]] = []
        var line: [UInt8] = []
        for byte in bytes {
            line.append(byte)
            if line.suffix(2) == [13, 10] {
                result.append(Array(line.dropLast(2)))
                line = []
            }
        }
        if !line.isEmpty { result.append(line) }
        return result
    }

    /// Content lines after unfolding.
    var lines: [String] {
        var result: [[UInt8]] = []
        for line in physicalLines {
            if line.first == 0x20, !result.isEmpty {
                result[result.count - 1] += line.dropFirst()
            } else {
                result.append(line)
            }
        }
        return result.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Content lines outside the definitions of zones that begin so.
    func lines(_ prefix: String) -> [String] {
        split().others.filter { $0.utf8.starts(with: prefix.utf8) }
    }

    /// Content lines of the definitions of zones that begin so.
    func zoneLines(_ prefix: String) -> [String] {
        split().zones.filter { $0.utf8.starts(with: prefix.utf8) }
    }

    private func split() -> (zones: [String], others: [String]) {
        var zones: [String] = []
        var others: [String] = []
        var isInZone = false
        for line in lines {
            isInZone = isInZone || line == "BEGIN:VTIMEZONE"
            if isInZone { zones.append(line) } else { others.append(line) }
            isInZone = isInZone && line != "END:VTIMEZONE"
        }
        return (zones, others)
    }

    /// What follows the prefix in the only line that has it.
    func value(_ prefix: String) -> String? {
        let found = lines(prefix)
        return found.count == 1 ? String(decoding: found[0].utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : nil
    }

    var problems: [String] {
        ICalendarProblems.inBytes(bytes)
    }
}
