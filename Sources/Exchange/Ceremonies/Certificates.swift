package import Domain
import Foundation
package import HTML
package import Services

/// Certificates of a ceremony, for print: everybody who is named, by the name that they chose. Files are named by the candidate's code,
/// never by a name.
package struct Certificates: Sendable {
    /// One certificate.
    package struct Certificate: Sendable, Equatable {
        /// `heart-7Q4K`
        package let code: String
        package let name: String
        /// "is the winner of"
        package let deed: String
        package let award: String
        package let words: String?

        /// Whether its words fill more than a sheet has room for with everything in its middle, about: then they begin at the top, and
        /// may go on over the page.
        package var isLong: Bool {
            func lines(_ text: String, _ width: Int) -> Int { (text.count + width - 1) / width }
            let named = hasLongName ? lines(name, 40) : 2 * lines(name, 30)
            return lines(words ?? "", 90) + named + 2 * lines(award, 45) > 12
        }

        /// Whether the name is set smaller, so that the sheet holds it.
        var hasLongName: Bool { name.count > 60 }
    }

    package let ceremony: Ceremony
    package let certificates: [Certificate]
    /// Entitled, and not named: they have not agreed to a name on a certificate.
    package let unnamed: Int

    package init(_ ceremony: Ceremony, _ awards: [CeremonyService.SealedAward]) {
        var certificates: [Certificate] = []
        var unnamed = 0
        for award in awards {
            let slug = award.item.path.flatMap { $0.split(separator: "/").last }.map(String.init) ?? "award"
            for sealed in award.announcements {
                guard let name = sealed.announcement.name else {
                    unnamed += 1
                    continue
                }
                certificates.append(
                    Certificate(
                        code: "\(slug)-\(sealed.code)", name: name,
                        deed: Self.deed(sealed.announcement.outcome),
                        award: award.item.title + (sealed.announcement.band.map { ", \($0)" } ?? ""),
                        words: sealed.announcement.words))
            }
        }
        self.ceremony = ceremony
        self.certificates = certificates
        self.unnamed = unnamed
    }

    private static func deed(_ outcome: DecisionOutcome) -> String {
        switch outcome {
        case .winner: "is the winner of"
        case .jointWinner: "is a joint winner of"
        case .highlyCommended: "is highly commended in"
        case .commended: "is commended in"
        case .celebrated: "is celebrated in"
        case .notPlaced: "was nominated for"
        }
    }

    /// A certificate as a part of a page.
    package func section(_ certificate: Certificate) -> Section {
        Self.section(certificate, of: ceremony.title, on: ceremony.startsAt)
    }

    private static func section(_ certificate: Certificate, of title: String, on moment: Date) -> Section {
        Section(
            .class(
                "certificate", certificate.isLong ? "certificate--long" : nil,
                certificate.hasLongName ? "certificate--full" : nil)
        ) {
            Div(.class("certificate__all")) {
                P(title, .class("certificate__title"))
                P("This is to say that", .class("certificate__small"))
                H2(.class("certificate__name")) { Bdi(certificate.name) }
                P(certificate.deed, .class("certificate__small"))
                P(certificate.award, .class("certificate__award"))
                if let words = certificate.words { P(words, .class("certificate__words")) }
                P(London.local(moment).day.long, .class("certificate__small"))
            }
        }
    }

    /// What a young person takes home.
    package static func section(_ sheet: YoungRecordSheet) -> Section {
        let certificate = Certificate(
            code: "", name: sheet.name ?? "______________________", deed: deed(sheet.outcome),
            award: sheet.award + (sheet.band.map { ", \($0)" } ?? ""), words: sheet.words)
        return section(certificate, of: sheet.scheme, on: sheet.on)
    }

    package static func document(_ sheet: YoungRecordSheet) -> [UInt8] {
        Document {
            Head {
                Meta.utf8
                Title("Certificate")
                Link(.stylesheet, href: WebAddress("certificate.css"))
            }
            Body { Main { section(sheet) } }
        }.markup.bytes
    }

    /// A page that stands by itself, with the stylesheet beside it.
    package func document(_ certificates: [Certificate]) -> [UInt8] {
        Document {
            Head {
                Meta.utf8
                Title(certificates.count == 1 ? "Certificate" : "Certificates of \(ceremony.title)")
                Link(.stylesheet, href: WebAddress("certificate.css"))
            }
            Body { Main { for certificate in certificates { section(certificate) } } }
        }.markup.bytes
    }

    /// What lies beside the pages as `certificate.css`. The site's screens have the same, but for how words come to the middle: WeasyPrint
    /// takes eighty times as long over flexible boxes.
    package static let stylesheet = """
        @page { size: A4 landscape; margin: 15mm; }
        body { margin: 0; font-family: Georgia, "Liberation Serif", "DejaVu Serif", serif; color: #23201b; }
        .certificate { box-sizing: border-box; height: 175mm; padding: 18mm 20mm; border: 2mm double #0f5c5e; text-align: center; }
        .certificate__all { position: relative; top: 50%; transform: translateY(-50%); }
        .certificate--long { height: auto; min-height: 175mm; }
        .certificate--long .certificate__all { position: static; transform: none; }
        .certificate + .certificate { break-before: page; }
        .certificate p, .certificate h2 { margin: 0 0 6mm; overflow-wrap: anywhere; }
        .certificate__title { color: #0f5c5e; font-size: 20pt; }
        .certificate__small { font-size: 13pt; }
        .certificate__name { font-size: 34pt; line-height: 1.15; }
        .certificate--full .certificate__name { font-size: 16pt; }
        .certificate__award { font-size: 22pt; }
        .certificate__words { font-size: 13pt; line-height: 1.5; }

        """
}
