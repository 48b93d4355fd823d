package import Domain
import Foundation
package import HTML

/// A ceremony's programme for the guests, on A5: a cover, the running order, who is in the running, thanks.
package struct ProgrammePaper: Component {
    package let programme: CeremonyProgramme

    /// Whether it is shown on a page that has a heading of its own.
    private let isPart: Bool

    package init(_ programme: CeremonyProgramme, isPart: Bool = false) {
        self.programme = programme
        self.isPart = isPart
    }

    private var ceremony: Ceremony { programme.ceremony }
    private var awards: [RunningOrder.Item] { programme.order.awards.filter { !programme.groups(of: $0).isEmpty } }

    package var body: Markup {
        Div(.class("programme")) {
            cover
            order
            if !awards.isEmpty { named }
            thanks
        }
    }

    private var cover: Section {
        Section(.class("programme__cover")) {
            P("Programme", .class("programme__kind"))
            if isPart { H2 { Bdi(ceremony.title) } } else { H1 { Bdi(ceremony.title) } }
            P(.class("programme__when")) {
                "\(day.weekday.name) \(day.long)"
                Br()
                times
            }
            P {
                Bdi(programme.place)
                for line in programme.address.split(whereSeparator: \.isNewline) {
                    Br()
                    Bdi(String(line))
                }
            }
            if let presenter = programme.presenter {
                P {
                    "Presented by "
                    Bdi(presenter)
                }
            }
        }
    }

    private var day: Day { London.local(ceremony.startsAt).day }

    private var times: String {
        let begins = "We begin at \(time(ceremony.startsAt))"
        return ceremony.doorsAt.map { "Doors open at \(time($0)). \(begins)." } ?? "\(begins)."
    }

    private func time(_ moment: Date) -> String { London.local(moment).time.spoken }

    private var order: Section {
        Section {
            H2("Running order")
            Ul(.class("programme__times")) {
                for item in programme.order.items {
                    Li {
                        Span(time(item.startsAt), .class("programme__time"))
                        " "
                        Bdi(item.title)
                    }
                }
            }
        }
    }

    private var named: Section {
        Section(.class("programme__awards")) {
            H2(heading)
            for award in awards { entry(award) }
            if awards.count < programme.order.awards.count {
                P("The other awards are announced on the night.", .class("programme__small"))
            }
        }
    }

    private var heading: String {
        if awards.allSatisfy(\.isCelebrated) { return "Who is celebrated" }
        return awards.contains(where: \.isCelebrated) ? "The awards" : "Who is in the running"
    }

    private func entry(_ award: RunningOrder.Item) -> Section {
        let groups = programme.groups(of: award)
        return Section(.class("programme__award")) {
            H3 { Bdi(award.title) }
            for group in groups where !group.names.isEmpty {
                if let band = group.band { H4(band) }
                Ul(.class("programme__names")) { for name in group.names { Li { Bdi(name) } } }
            }
            if groups.contains(where: \.hasOthers) {
                P(
                    award.isCelebrated
                        ? "Not everybody who is celebrated is named in print."
                        : "Not everybody in the running is named in print.",
                    .class("programme__small"))
            }
        }
    }

    private var thanks: Section {
        Section(.class("programme__thanks")) {
            H2("Thank you")
            for line in programme.thanks?.split(whereSeparator: \.isNewline) ?? [] { P(String(line)) }
            P("To everybody who was nominated, who nominated and who judged.")
        }
    }

    /// A page that stands by itself, with the stylesheet beside it.
    package var document: [UInt8] {
        Document {
            Head {
                Meta.utf8
                Title("Programme of \(ceremony.title)")
                Link(.stylesheet, href: WebAddress("programme.css"))
            }
            Body { Main { self } }
        }.markup.bytes
    }

    /// What lies beside the page as `programme.css`; the site's screens have the same.
    package static let stylesheet = """
        @page { size: A5; margin: 15mm 14mm 18mm; @bottom-center { content: counter(page); font-size: 9pt; } }
        @page :first { @bottom-center { content: none; } }
        body { margin: 0; font-family: Georgia, "Liberation Serif", "DejaVu Serif", serif; font-size: 11pt; line-height: 1.4; color: #23201b; }
        .programme { overflow-wrap: anywhere; }
        .programme h1, .programme h2, .programme h3, .programme h4, .programme p, .programme ul { margin: 0 0 4mm; }
        .programme ul { padding: 0; list-style: none; }
        .programme h1, .programme h2 { color: #0f5c5e; line-height: 1.2; break-after: avoid; }
        .programme h1 { font-size: 24pt; }
        .programme h2 { font-size: 17pt; }
        .programme h3 { font-size: 13pt; margin-bottom: 1.5mm; break-after: avoid; }
        .programme h4 { font-size: 11pt; margin-bottom: 1mm; break-after: avoid; }
        .programme__cover { padding-top: 35mm; text-align: center; break-after: page; }
        .programme__kind { font-size: 13pt; letter-spacing: 0.1em; text-transform: uppercase; }
        .programme__when { font-size: 13pt; }
        .programme__times li { margin-bottom: 2mm; padding-left: 22mm; text-indent: -22mm; break-inside: avoid; }
        .programme__time { display: inline-block; width: 22mm; text-indent: 0; }
        .programme__awards { margin-top: 10mm; }
        .programme__award { margin-bottom: 6mm; break-inside: avoid; }
        .programme__names li { break-inside: avoid; }
        .programme__small { font-size: 9pt; }
        .programme__thanks { margin-top: 8mm; break-inside: avoid; }

        """
}
