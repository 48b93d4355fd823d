package import Domain

/// A paper of a ceremony as WeasyPrint prints it: one page of HTML with a stylesheet beside it. Two that are equal say the same.
package struct PrintablePaper: Sendable, Equatable {
    package let paper: CeremonyPaper
    package let ceremony: String
    package let title: String
    /// How many sheets it will have, where that is known beforehand.
    package let sheets: Int?
    package let page: [UInt8]
    /// As `stylesheet.name` beside the page.
    package let stylesheet: (name: String, text: String)

    package init(_ certificates: Certificates) {
        paper = .certificates
        ceremony = certificates.ceremony.slug
        title = certificates.ceremony.title
        sheets = certificates.certificates.count
        page = certificates.document(certificates.certificates)
        stylesheet = ("certificate.css", Certificates.stylesheet)
    }

    package init(_ programme: ProgrammePaper) {
        paper = .programme
        ceremony = programme.programme.ceremony.slug
        title = programme.programme.ceremony.title
        sheets = nil
        page = programme.document
        stylesheet = ("programme.css", ProgrammePaper.stylesheet)
    }

    package static func == (left: PrintablePaper, right: PrintablePaper) -> Bool {
        left.paper == right.paper && left.ceremony == right.ceremony && left.page == right.page
    }
}
