package import Foundation

/// A file that came with a nomination, as its readers may know of it. It has a number and a kind instead of a name.
package struct EvidenceFile: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case picture, document }

    /// What becomes of it on its way to the panel.
    package enum Standing: String, Sendable, Equatable {
        case held
        /// By one screener; of a young person a second one has to pass it too.
        case waitsForSecond = "waits_for_second"
        case passed
    }

    /// How many a nomination may have, and how large each may be.
    package static let most = 3
    package static let mostBytes = 5 * 1024 * 1024

    package let id: UUID
    package let kind: Kind
    /// From 1; each nomination counts its own.
    package let place: Int
    /// What it shows, in the words of whoever added it.
    package let caption: String
    /// Of a picture's small form, in points.
    package let smallWidth: Int?
    package let smallHeight: Int?

    package init(id: UUID, kind: Kind, place: Int, caption: String, smallWidth: Int?, smallHeight: Int?) {
        self.id = id
        self.kind = kind
        self.place = place
        self.caption = caption
        self.smallWidth = smallWidth
        self.smallHeight = smallHeight
    }

    /// `Picture 1`.
    package var name: String { "\(kind == .picture ? "Picture" : "Document") \(place)" }

    /// As it is called where it is saved: nothing in it tells of anybody.
    package static func fileName(_ kind: Kind, _ place: Int) -> String {
        kind == .picture ? "picture-\(place).jpg" : "document-\(place).pdf"
    }
}

/// A file as those see it who pass it for the panel.
package struct ScreenedEvidence: Sendable, Equatable {
    package let file: EvidenceFile
    package let nomination: UUID
    package let standing: EvidenceFile.Standing
    package let passedBy: String?
    package let checkedBy: String?
    /// Whether the panel may see such a thing of them: of a young person somebody has to have agreed.
    package let isAgreed: Bool
    /// Whether whoever looks may pass it now: nobody passes what they added, nor a second time.
    package let mayPass: Bool

    package init(
        file: EvidenceFile, nomination: UUID, standing: EvidenceFile.Standing, passedBy: String?, checkedBy: String?,
        isAgreed: Bool, mayPass: Bool
    ) {
        self.file = file
        self.nomination = nomination
        self.standing = standing
        self.passedBy = passedBy
        self.checkedBy = checkedBy
        self.isAgreed = isAgreed
        self.mayPass = mayPass
    }
}

/// Documents by their bytes, whatever they are called.
package enum DocumentFile {
    /// Whether it begins and ends as a PDF does (ISO 32000-1, 7.5.2 and 7.5.5).
    package static func isPDF(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: Array("%PDF-1.".utf8)) || bytes.starts(with: Array("%PDF-2.".utf8)) else {
            return false
        }
        let end = Array("%%EOF".utf8)
        let tail = Array(bytes.suffix(1024))
        return tail.indices.contains { tail[$0...].starts(with: end) }
    }
}
