import ICalendar

/// Files written by hand, with LF in the source and CR LF in the bytes.
enum FileText {
    static func bytes(_ text: String) -> [UInt8] {
        Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
    }

    /// A calendar around what is given.
    static func calendar(_ inside: String) -> [UInt8] {
        bytes("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\nCALSCALE:GREGORIAN\n\(inside)\nEND:VCALENDAR\n")
    }

    /// A calendar with one event that has what it needs besides the lines given.
    static func event(_ lines: String, start: String = "DTSTART:20261012T083000Z") -> [UInt8] {
        calendar(
            """
            BEGIN:VEVENT
            UID:1@example.org
            DTSTAMP:20260901T080000Z
            \(start)
            SUMMARY:Test
            \(lines)
            END:VEVENT
            """)
    }

    static let london = """
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:DAYLIGHT
        DTSTART:19810329T010000
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        END:VTIMEZONE
        """
}
