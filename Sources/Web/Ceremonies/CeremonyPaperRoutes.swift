import Domain
import Exchange
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// The papers of a ceremony: the script, which anybody who runs it reads, and those that hold winners, each opened for a purpose.
struct CeremonyPaperRoutes {
    let desk: CeremonyDesk

    func add(to running: RouterGroup<SignedInContext>) {
        running.get(SiteURL.ceremonies(.script("{slug}")).route) { _, context in
            let found = try await desk.ceremonies.orderToPrint(try context.part("slug"), by: context.actor)
            let page = ScriptPaper(ceremony: found.ceremony, order: found.order)
            return Response.page(PageLayout(frame("Script", found.ceremony, context)) { page })
        }
        running.get(SiteURL.ceremonies(.programme("{slug}")).route) { _, context in
            let programme = try await desk.ceremonies.programme(try context.part("slug"), by: context.actor)
            let page = CeremonyProgrammePage(
                programme: programme, canPrint: desk.site.printShop.canPrint,
                formGuard: desk.site.formGuards(context.web))
            return Response.page(PageLayout(frame("Programme", programme.ceremony, context)) { page })
        }
        running.post(SiteURL.ceremonies(.papers("{slug}")).route) { request, context in
            let fields = try await desk.site.form(request, context.web)
            guard let paper = fields["paper"].flatMap(CeremonyPaper.init(rawValue:)),
                CeremonyPaper.sealed.contains(paper)
            else {
                let ceremony = try await desk.ceremony(context)
                return Response.seeOther(SiteURL.ceremonies(.ceremony(ceremony.slug)).address)
            }
            let found = try await desk.ceremonies.sealed(try context.part("slug"), paper, by: context.actor)
            let page = SealedPaper(
                paper: paper, ceremony: found.ceremony, awards: found.awards, canPrint: desk.site.printShop.canPrint,
                formGuard: desk.site.formGuards(context.web))
            return Response.page(PageLayout(frame(paper.title, found.ceremony, context)) { page })
        }
    }

    private func frame(_ title: String, _ ceremony: Ceremony, _ context: SignedInContext) -> PageFrame {
        var frame = desk.frame(
            "\(title), \(ceremony.title)", context,
            back: BackLink(text: ceremony.title, address: SiteURL.ceremonies(.ceremony(ceremony.slug)).address))
        frame.stylesheet = .screenStylesheet
        return frame
    }
}

/// The script without winners.
struct ScriptPaper: Component {
    var ceremony: Ceremony
    var order: RunningOrder

    var body: Markup {
        H1("Script of \(ceremony.title)")
        P(
            "\(AdminWords.moment(ceremony.startsAt)), \(ceremony.room). Winners are in the sealed script.",
            .class("hint"))
        for item in order.items {
            H2("\(CeremonyWords.time(item.startsAt)) \(item.title)")
            P(
                [CeremonyWords.minutes(item.minutes), item.presenter].compactMap(\.self).joined(separator: ", "),
                .class("hint"))
            let steps = CeremonyWords.steps(item)
            if steps.isEmpty { Paragraphs(item.script) }
            for step in steps {
                H3(CeremonyWords.step(step, of: item))
                Paragraphs(item.script)
            }
        }
    }
}

/// The programme, for print.
struct CeremonyProgrammePage: Component {
    var programme: CeremonyProgramme
    /// Whether this installation makes PDF files.
    var canPrint: Bool
    var formGuard: () -> FormGuard

    var body: Markup {
        H1("The programme for the guests", .class("on-screen"))
        P(
            "For guests: no winner is in it. Print it as A5 pages, or as a booklet on A4."
                + (programme.ceremony.version == nil
                    ? " Nobody is named in it before the ceremony is compiled." : ""),
            .class("hint on-screen"))
        if canPrint {
            ActionRow {
                PostForm(
                    to: SiteURL.ceremonies(.printJobs(programme.ceremony.slug)).address, guard: formGuard(),
                    isInline: true
                ) { ActionButton("Make a PDF", .secondary, sends: ("paper", CeremonyPaper.programme.rawValue)) }
            }
        }
        ProgrammePaper(programme, isPart: true)
    }
}

/// A paper that holds winners, for print.
struct SealedPaper: Component {
    var paper: CeremonyPaper
    var ceremony: Ceremony
    var awards: [CeremonyService.SealedAward]
    /// Whether this installation makes PDF files.
    var canPrint: Bool
    var formGuard: () -> FormGuard

    var body: Markup {
        if paper != .certificates {
            H1("\(paper.title) of \(ceremony.title)")
            P("Confidential until it is announced. Version \(ceremony.version ?? 0).", .class("hint"))
        } else {
            H1("Certificates of \(ceremony.title)", .class("visually-hidden"))
        }
        switch paper {
        case .envelopes: envelopes
        case .certificates: certificates
        case .photographs: photographs
        case .press: press
        case .engraving: engraving
        case .script, .runningOrder, .plan, .cards, .seating, .guests, .programme: Markup {}
        }
    }

    private struct Line {
        var award: String
        var sealed: SealedAnnouncement
    }

    private var lines: [Line] {
        awards.flatMap { award in award.announcements.map { Line(award: award.item.title, sealed: $0) } }
    }

    @MarkupBuilder private var envelopes: Markup {
        for award in awards {
            Section(.class("sheet")) {
                H2("\(award.item.order ?? 0). \(award.item.title)")
                let steps = CeremonyWords.steps(award.item)
                if steps.isEmpty { envelope(award.item, award.announcements) }
                for step in steps {
                    let those = award.announcements.filter { $0.announcement.step == step }
                    H3(CeremonyWords.step(step, of: award.item, band: those.first?.announcement.band))
                    envelope(award.item, those)
                }
            }
        }
    }

    /// Who is announced at one step of an award, and what is said.
    @MarkupBuilder private func envelope(_ item: RunningOrder.Item, _ those: [SealedAnnouncement]) -> Markup {
        Ul { for sealed in those { Li { announced(sealed) } } }
        // Nobody is in the running where that would be the winners alone, as on the night.
        let finalists =
            those.allSatisfy(\.announcement.isWinner)
            ? [] : those.map { Finalist(band: $0.announcement.band, name: $0.announcement.name) }
        Paragraphs(
            CeremonyWords.spoken(
                item, finalists.sorted { ($0.name ?? "") < ($1.name ?? "") },
                those.map(\.announcement)))
    }

    @MarkupBuilder private func announced(_ sealed: SealedAnnouncement) -> Markup {
        let announcement = sealed.announcement
        Strong(SchemeWords.outcome(announcement.outcome))
        announcement.band.map { " (\($0))" } ?? ""
        ": "
        Bdi(announcement.name ?? CeremonyWords.unnamed)
        announcement.pronunciation.map { ", said “\($0)”" } ?? ""
    }

    @MarkupBuilder private var certificates: Markup {
        let made = Certificates(ceremony, awards)
        if made.unnamed > 0 {
            P(
                made.unnamed == 1
                    ? "One certificate is left out: the young person has not agreed to a name on it."
                    : "\(made.unnamed) certificates are left out: the young people have not agreed to a name on them.",
                .class("hint on-screen"))
        }
        if !made.certificates.isEmpty {
            if canPrint {
                ActionRow {
                    PostForm(
                        to: SiteURL.ceremonies(.printJobs(ceremony.slug)).address, guard: formGuard(), isInline: true
                    ) { ActionButton("Make one PDF", .secondary) }
                }
            } else {
                P(
                    "To have them on paper, print this page. WeasyPrint is not installed, so there is no PDF.",
                    .class("hint on-screen"))
            }
        }
        for certificate in made.certificates { made.section(certificate) }
    }

    private var photographs: Markup {
        DataTable(
            id: "photographs", caption: paper.title, isCaptionHidden: true, rows: lines,
            columns: [
                TableColumn("Award") { $0.award },
                TableColumn("Who", .rowHeader) { Bdi($0.sealed.announcement.name ?? CeremonyWords.unnamed) },
                TableColumn("Photograph") { line in
                    line.sealed.mayBePhotographed ? StateTag(.good, "Yes") : StateTag(.stopped, "No")
                },
                TableColumn("With the name") { line in
                    line.sealed.mayBePhotographed && line.sealed.isNamedWithPicture
                        ? StateTag(.good, "Yes") : StateTag(.stopped, "No")
                },
            ]
        ).body
    }

    private var press: Markup {
        let named = lines.filter { $0.sealed.pressName != nil }
        return Markup {
            if named.isEmpty {
                P("Nobody agreed to be named to the press.")
            } else {
                DataTable(
                    id: "press", caption: paper.title, isCaptionHidden: true, rows: named,
                    columns: [
                        TableColumn("Award") { $0.award },
                        TableColumn("Outcome") { SchemeWords.outcome($0.sealed.announcement.outcome) },
                        TableColumn("Name", .rowHeader) { Bdi($0.sealed.pressName ?? "") },
                    ])
            }
        }
    }

    private var engraving: Markup {
        DataTable(
            id: "engraving", caption: paper.title, isCaptionHidden: true,
            rows: lines.filter { $0.sealed.announcement.isWinner && $0.sealed.announcement.name != nil },
            columns: [
                TableColumn("Award") { $0.award + ($0.sealed.announcement.band.map { ", \($0)" } ?? "") },
                TableColumn("Name", .rowHeader) { Bdi($0.sealed.announcement.name ?? "") },
                TableColumn("Year") { _ in String(London.local(ceremony.startsAt).day.year) },
            ]
        ).body
    }
}
