package import Foundation

/// An iCalendar file as it is served or saved.
package struct CalendarFile: Sendable, Equatable {
    package let bytes: [UInt8]
    /// Strong, in its quotation marks: a hash of the bytes. It alone decides about 304, as a renamed room changes the bytes
    /// without any session having changed.
    package let etag: String
    /// The newest change known, deletions and what has fallen out of the window included; nil where that cannot be known,
    /// and then no Last-Modified is sent.
    package let lastModified: Date?
    /// ASCII.
    package let filename: String

    package init(bytes: [UInt8], lastModified: Date?, filename: String) {
        self.bytes = bytes
        self.lastModified = lastModified
        self.filename = filename
        etag = "\"\(Fingerprint.hex(of: bytes))\""
    }
}
