import Foundation

/// A file that comes with a message.
package struct MailAttachment: Sendable, Hashable {
    /// ASCII letters, digits, dots, hyphens and underscores only (rule 6.13): accents are dropped, others become `_`.
    package let fileName: String
    /// `type/subtype`; anything else becomes `application/octet-stream`.
    package let mediaType: String
    package let content: [UInt8]

    package init(fileName: String, mediaType: String, content: [UInt8]) {
        let letters = fileName.decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }
            .map { scalar -> Character in
                let fits =
                    scalar.isASCII
                    && (MailToken.isAlphanumeric(UInt8(scalar.value)) || "._-".contains(Character(scalar)))
                return fits ? Character(scalar) : "_"
            }
        let name = String(letters.drop { $0 == "." }.suffix(60))
        self.fileName = name.isEmpty ? "attachment" : name
        self.mediaType = MailToken.isMediaType(mediaType) ? mediaType : "application/octet-stream"
        self.content = content
    }
}
