/// Names that kept properties may and may not have.
enum PropertyName {
    /// Those that make the structure of a file: never written from a kept property.
    static let structural: Set<String> = ["BEGIN", "END"]

    /// Written by the calendar itself, or never at all: SOURCE would carry the secret of a feed (rule 2.8).
    static let ofCalendar: Set<String> = structural.union([
        "VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC",
        "X-WR-TIMEZONE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "LAST-MODIFIED", "COLOR", "SOURCE",
    ])

    /// Written by the event itself, or never inside one (rules 2.3 and 3.16).
    static let ofEvent: Set<String> = structural.union([
        "METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "EXDATE", "SEQUENCE",
        "STATUS", "CREATED", "LAST-MODIFIED", "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "GEO", "URL",
        "CONFERENCE", "CATEGORIES", "CLASS", "TRANSP", "ORGANIZER", "ATTENDEE", "COLOR", "STYLED-DESCRIPTION",
    ])

    static let ofAlarm: Set<String> = structural.union(["ACTION", "TRIGGER", "DESCRIPTION"])

    /// Components of RFC 9073 that no client reads (rule 3.16), and those that only a calendar may hold.
    static let componentsNotInEvent: Set<String> = [
        "PARTICIPANT", "VLOCATION", "VRESOURCE", "VCALENDAR", "VEVENT", "VTIMEZONE",
    ]

    static let componentsNotInCalendar: Set<String> = ["VCALENDAR", "VTIMEZONE", "VEVENT"]

    /// Letters, digits and hyphens; RFC 5545, section 3.1.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
            }
    }
}
