import Domain
import Exchange
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// All certificates of a ceremony as one PDF, or its programme: asked for, watched while it is printed, fetched once.
struct PrintJobRoutes {
    let desk: CeremonyDesk

    private var shop: PrintShop { desk.site.printShop }

    func add(to running: RouterGroup<SignedInContext>) {
        running.post(SiteURL.ceremonies(.printJobs("{slug}")).route) { request, context in
            let fields = try await desk.site.form(request, context.web)
            let wanted: CeremonyPaper = fields["paper"] == CeremonyPaper.programme.rawValue ? .programme : .certificates
            let printed = try await printed(wanted, context, isNoted: false)
            guard printed.sheets != 0, let person = context.actor.person else {
                throw AccessRefusal.notFound("certificate")
            }
            do {
                let id = try shop.ask(printed, by: person, id: desk.site.services.access.freshSecret())
                return Response.seeOther(SiteURL.ceremonies(.printJob(printed.ceremony, id)).address)
            } catch let refusal as PrintingRefusal {
                let ceremony = try await desk.ceremony(context)
                return Response.page(try page(nil, refusal, ceremony, context, wanted), status: .conflict)
            }
        }
        running.get(SiteURL.ceremonies(.printJob("{slug}", "{job}")).route) { _, context in
            let ceremony = try await desk.ceremony(context)
            let job = shop.job(try context.part("job"), of: ceremony.slug, by: context.actor.person)
            return Response.page(try page(job, nil, ceremony, context), status: job == nil ? .notFound : .ok)
        }
        running.get(SiteURL.ceremonies(.printLive("{slug}", "{job}")).route) { _, context in
            let (ceremony, job) = try await found(context)
            return live(job, ceremony, context)
        }
        running.post(SiteURL.ceremonies(.printFile("{slug}", "{job}")).route) { request, context in
            _ = try await desk.site.form(request, context.web)
            let (ceremony, job) = try await found(context)
            guard job.state == .ready else {
                return Response.seeOther(SiteURL.ceremonies(.printJob(ceremony.slug, job.id)).address)
            }
            // What may be shown is asked again, and noted as printed, at the moment at which it leaves the house.
            let now = try await printed(job.printed.paper, context, isNoted: true)
            guard let file = shop.take(job.id) else { throw AccessRefusal.notFound("PDF") }
            guard now == job.printed else {
                return Response.page(
                    try page(nil, .outdated, ceremony, context, job.printed.paper), status: .conflict)
            }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "application/pdf", .cacheControl: "no-store",
                    .contentDisposition: "attachment; filename=\"\(ceremony.slug)-\(job.printed.paper.rawValue).pdf\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file)))
        }
    }

    private func printed(
        _ paper: CeremonyPaper, _ context: SignedInContext, isNoted: Bool
    ) async throws -> PrintablePaper {
        if paper == .programme {
            let programme = try await desk.ceremonies.programme(
                try context.part("slug"), isNoted: isNoted, by: context.actor)
            return PrintablePaper(ProgrammePaper(programme))
        }
        let found = try await desk.ceremonies.sealed(
            try context.part("slug"), .certificates, isNoted: isNoted, by: context.actor)
        return PrintablePaper(Certificates(found.ceremony, found.awards))
    }

    private func found(_ context: SignedInContext) async throws -> (Ceremony, PrintShop.Job) {
        let ceremony = try await desk.ceremony(context)
        guard let job = shop.job(try context.part("job"), of: ceremony.slug, by: context.actor.person) else {
            throw AccessRefusal.notFound("PDF")
        }
        return (ceremony, job)
    }

    private func page(
        _ job: PrintShop.Job?, _ refusal: PrintingRefusal?, _ ceremony: Ceremony, _ context: SignedInContext,
        _ paper: CeremonyPaper? = nil
    ) throws -> PageLayout {
        let heading =
            switch job?.printed.paper ?? paper {
            case .programme: "Programme as a PDF"
            case .certificates: "Certificates as one PDF"
            default: "PDF"
            }
        var frame = desk.frame(
            "\(heading), \(ceremony.title)", context,
            back: BackLink(text: ceremony.title, address: SiteURL.ceremonies(.ceremony(ceremony.slug)).address))
        frame.stylesheet = .screenStylesheet
        if let job, case .printing = job.state { frame.refreshes = true }
        let part = PrintJobPart(
            slug: ceremony.slug, job: job, refusal: refusal, formGuard: desk.site.formGuards(context.web))
        return PageLayout(frame) {
            H1(heading)
            P(ceremony.title, .class("hint"))
            part
        }
    }

    /// The part that changes, each time that it does.
    private func live(_ job: PrintShop.Job, _ ceremony: Ceremony, _ context: SignedInContext) -> Response {
        desk.site.stream(
            context, pause: .milliseconds(150), told: PrintShop.State?.none, looksAlways: true,
            mayListen: { try await maySee(ceremony, context) },
            news: { told, _, _ in
                let now = shop.job(job.id, of: ceremony.slug, by: job.person)
                guard now == nil || now?.state != told else { return .nothing }
                told = now?.state
                let part = PrintJobPart(
                    slug: ceremony.slug, job: now, refusal: nil, formGuard: desk.site.formGuards(context.web))
                let message = StreamNews.html(part.markup.bytes)
                if case .printing = told { return .message(message) }
                return .last(message)
            })
    }

    private func maySee(_ ceremony: Ceremony, _ context: SignedInContext) async throws -> Bool {
        do {
            _ = try await desk.ceremonies.ceremony(ceremony.slug, by: context.actor)
            return true
        } catch AccessRefusal.notFound {
            return false
        }
    }
}

/// How far a PDF has come, and the button that fetches it.
struct PrintJobPart: Component {
    var slug: String
    /// Nil where it is gone.
    var job: PrintShop.Job?
    var refusal: PrintingRefusal?
    var formGuard: () -> FormGuard

    var body: Markup {
        Section(.id("print-job"), .data("stage", isPrinting ? liveAddress : nil)) {
            switch job?.state {
            case .printing(let done):
                if let sheets = job?.sheets {
                    P(
                        "\(done) of \(AdminWords.counted(sheets, "certificate", "certificates")) set. This page goes on by itself.",
                        .role(.status))
                    Progress(done, of: sheets, label: "Certificates that are set")
                } else {
                    P("The pages are being set. This page goes on by itself.", .role(.status))
                }
            case .ready:
                P("The PDF is ready. It can be fetched once, within the hour, and is not kept here after that.")
                PostForm(to: SiteURL.ceremonies(.printFile(slug, job?.id ?? "")).address, guard: formGuard()) {
                    ActionButton("Download the PDF")
                }
            case .failed(let refusal): problem(refusal)
            case nil:
                if let refusal {
                    problem(refusal)
                } else {
                    P("This PDF was fetched, or an hour has passed. Make it anew if you need it again.")
                }
            }
        }
    }

    private var isPrinting: Bool { if case .printing = job?.state { true } else { false } }

    private var liveAddress: String? { job.map { SiteURL.ceremonies(.printLive(slug, $0.id)).address.text } }

    @MarkupBuilder private func problem(_ refusal: PrintingRefusal) -> Markup {
        WarningText(refusal.message)
        P {
            A("Back to the ceremony, where they open in the browser", href: SiteURL.ceremonies(.ceremony(slug)).address)
        }
    }
}
