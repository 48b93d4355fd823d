import Domain
import Exchange
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Files in: chosen or pasted, looked at before anything is changed, then taken in whole.
struct ImportRoutes {
    /// Thousands of rows take longer than a page.
    private static let longest = Duration.seconds(180)

    /// How soon to come back, in seconds, when others are at it.
    private static let comeBack = 15

    let site: WebSite
    /// Large files are read into memory, so a few at a time; and what one file asks of the database holds up another.
    private let arriving = Turns(atOnce: 4, mostWaiting: 16, longestWait: .seconds(60))
    private let checking: Turns

    init(site: WebSite, checking: Turns = Turns(atOnce: 1, mostWaiting: 8, longestWait: .seconds(60))) {
        self.site = site
        self.checking = checking
    }

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.staffImports.route) { request, context in
            let query = try request.query()
            var typed = ImportForm.Typed()
            typed.kind = query["kind"] ?? ""
            return Response.page(try await start(context, typed, banner: Self.banner(query)))
        }
        staff.post(SiteURL.staffImports.route) { request, context in
            do {
                context.web.carryOn(site.deadlines, for: Self.longest)
                return try await arriving.take { try await keep(request, context) }
            } catch is Turns.Busy {
                context.web.closeSoon()
                return busy(nil, context)
            }
        }
        staff.get(SiteURL.staffImport("{id}").route) { _, context in
            let file = try await site.services.files.kept(try id(context), by: context.actor)
            return try await inTurn(file, context) { try await preview(file, context) }
        }
        staff.post(SiteURL.staffImport("{id}").route) { request, context in
            let fields = try await site.form(request, context.web)
            let file = try? await site.services.files.kept(try id(context), by: context.actor)
            return try await inTurn(file, context) { try await take(fields, context) }
        }
    }

    // MARK: Several at the same moment

    /// One file after the other. Whoever does not come to their turn is told that the file is kept, and when to come back.
    private func inTurn(
        _ file: KeptFile?, _ context: SignedInContext, _ body: () async throws -> Response
    ) async throws -> Response {
        context.web.carryOn(site.deadlines, for: Self.longest)
        do {
            return try await checking.take(body)
        } catch is Turns.Busy {
            return busy(file, context)
        } catch let failure as ServiceFailure where failure.code == .unavailable && file != nil {
            return busy(file, context)
        }
    }

    /// - Parameter file: nil when it was not read at all.
    private func busy(_ file: KeptFile?, _ context: SignedInContext) -> Response {
        let title = "Other files are being worked on"
        let page = PageLayout(site.frame(title, context.web, at: .staff)) {
            MessagePage(title) {
                if let file {
                    P("We have kept \(file.name), and nothing has been changed. Wait a moment, then go on.")
                    P { A("Go on with \(file.name)", href: SiteURL.staffImport(file.id.uuidString).address) }
                } else {
                    P("Yours has not been read, and nothing has been changed. Wait a moment, then choose it again.")
                    P { A("Choose the file again", href: SiteURL.staffImports.address) }
                }
            }
        }
        var response = Response.page(page, status: .serviceUnavailable)
        response.headers[.retryAfter] = String(Self.comeBack)
        return response
    }

    private func id(_ context: SignedInContext) throws -> UUID {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("file") }
        return id
    }

    // MARK: Choosing

    private func start(
        _ context: SignedInContext, _ typed: ImportForm.Typed, errors: [FieldError] = [], banner: Banner? = nil
    ) async throws -> PageLayout {
        let events = try await site.services.programme.events(by: context.actor).filter { $0.state != .archived }
        var frame = site.frame("Import", context.web, at: .staff)
        frame.hasErrors = !errors.isEmpty
        frame.banner = banner
        let form = ImportForm(
            typed: typed, events: events, errors: errors, formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) {
            ErrorSummary(errors)
            H1("Import a file")
            P("Nothing is changed until you have seen what would happen and confirmed it.", .class("lead"))
            form
        }
    }

    private static func banner(_ query: FormFields) -> Banner? {
        guard let kind = query["done"].flatMap({ ImportKind(named: $0) }) else { return nil }
        let added = wholeNumber(query["added"] ?? "") ?? 0
        let changed = wholeNumber(query["changed"] ?? "") ?? 0
        return Banner(.success, "\(kind.title) imported") {
            P("\(added == 0 ? "None" : "\(added)") added, \(changed == 0 ? "none" : "\(changed)") changed.")
            if kind == .table(.sessions) || kind == .table(.series) {
                P { A("Look at the draft and release it", href: SiteURL.planEvents.address) }
            }
        }
    }

    private func keep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.upload(request, context.web)
        let typed = ImportForm.Typed(
            kind: form.fields["kind"] ?? "", event: form.fields["event"] ?? "", pasted: form.fields["pasted"] ?? "")
        func again(
            _ field: String, _ message: String, _ status: HTTPResponse.Status = .unprocessableContent
        ) async throws -> Response {
            let errors = [FieldError(field: field, message: message)]
            return Response.page(try await start(context, typed, errors: errors), status: status)
        }
        if form.isCut { return try await again("file", CSVImport.tooMuch, .contentTooLarge) }
        guard let kind = ImportKind(named: typed.kind) else { return try await again("kind", "Choose what it holds.") }
        var (field, name, bytes) = ("pasted", "Pasted rows", Array(typed.pasted.utf8))
        if let file = form.files["file"], !file.bytes.isEmpty {
            (field, name, bytes) = ("file", file.name, file.bytes)
        }
        guard !bytes.allSatisfy({ $0 <= 0x20 }) else {
            return try await again("file", "Choose a file that is not empty, or paste its rows.")
        }
        if let excess = kind.excess(bytes) {
            return try await again(field, excess, .contentTooLarge)
        }
        let event = typed.event.isEmpty || !kind.belongsToEvent ? nil : typed.event
        if let event, try await !site.services.programme.events(by: context.actor).contains(where: { $0.slug == event })
        {
            return try await again("event", "Choose one of the events.")
        }
        do {
            let kept = try await site.services.files.keep(
                kind: kind.name, event: event, name: name, content: bytes, by: context.actor)
            return Response.seeOther(SiteURL.staffImport(kept.uuidString).address)
        } catch let failure as ServiceFailure where failure.code == .unavailable {
            let message = "\(name) could not be kept just now, as the service is busy. Choose it again in a moment."
            var response = try await again(field, message, .serviceUnavailable)
            response.headers[.retryAfter] = String(Self.comeBack)
            return response
        }
    }

    // MARK: Looking and taking

    private func preview(_ file: KeptFile, _ context: SignedInContext, report known: ImportReport? = nil) async throws
        -> Response
    {
        guard let kind = ImportKind(named: file.kind) else { throw AccessRefusal.notFound("file") }
        let report: ImportReport
        if let known {
            report = known
        } else {
            report = try await kind.run(file, services: site.services, by: context.actor, in: nil)
        }
        var frame = site.frame(report.isGood ? "Check the file" : "The file is not right yet", context.web, at: .staff)
        frame.width = .wide
        frame.hasErrors = !report.isGood
        frame.back = BackLink(
            text: "Another file", address: SiteURL.staffImports.address.adding("kind", kind.name))
        let page = ImportPreview(
            file: file, kind: kind, report: report, formGuard: site.formGuard(context.web, keyed: true))
        return Response.page(PageLayout(frame) { page }, status: report.isGood ? .ok : .unprocessableContent)
    }

    /// What kept a confirmed file from being taken in: things have changed since its preview.
    private struct NotGood: Error {
        let report: ImportReport
    }

    private func take(_ fields: FormFields, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        let services = site.services
        do {
            let made = try await site.once(
                fields, request: "import \(id)", by: context.actor
            ) { work in
                let file = try await services.files.kept(id, by: context.actor, in: work)
                guard let kind = ImportKind(named: file.kind) else { throw AccessRefusal.notFound("file") }
                let report = try await kind.run(file, services: services, by: context.actor, in: work)
                guard report.isGood else { throw NotGood(report: report) }
                try await services.files.taken(file, rows: report.accepted, by: context.actor, in: work)
                return "\(kind.name) \(report.count(.added)) \(report.count(.changed))"
            }
            let words = made.split(separator: " ").map(String.init)
            guard words.count == 3 else { return Response.seeOther(SiteURL.staffImports.address) }
            return Response.seeOther(
                SiteURL.staffImports.address.adding("done", words[0]).adding("added", words[1])
                    .adding("changed", words[2]))
        } catch let problem as NotGood {
            let file = try await services.files.kept(id, by: context.actor)
            return try await preview(file, context, report: problem.report)
        }
    }
}
