import Domain
import Exchange
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// Files out: what one chose is looked at first, then fetched with a reason; a choice can be kept under a name.
struct ExportRoutes {
    let site: WebSite

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.staffExports.route) { request, context in
            let query = try request.query()
            let banner: Banner? =
                switch query["done"] {
                case "saved": Banner(.success, "The choice is saved")
                case "removed": Banner(.success, "The saved choice is gone")
                default: nil
                }
            return Response.page(try await page(Choice(query), context, banner: banner))
        }
        staff.post(SiteURL.staffExportFile.route) { request, context in try await download(request, context) }
        staff.post(SiteURL.staffRecipes.route) { request, context in try await save(request, context) }
        staff.post(SiteURL.staffRecipeRemoval("{id}").route) { request, context in
            let form = try await site.form(request, context.web)
            guard let id = UUID(uuidString: try context.part("id")) else {
                throw AccessRefusal.notFound("saved export")
            }
            _ = try await site.once(form, request: "recipe \(id)", by: context.actor) {
                work in
                try await site.services.files.removeRecipe(id, by: context.actor, in: work)
                return "removed"
            }
            return Response.seeOther(SiteURL.staffExports.address.adding("done", "removed"))
        }
    }

    /// What to export, as an address or a form says it.
    private struct Choice {
        var kind: CSVKind?
        var event: String?

        init(_ fields: FormFields) {
            kind = fields["kind"].flatMap { CSVKind(rawValue: $0) }
            event = (kind?.belongsToEvent ?? true) || kind == .events ? fields["event"] : nil
        }
    }

    private func page(
        _ choice: Choice, _ context: SignedInContext, banner: Banner? = nil, reason: String = "", name: String = "",
        errors: [FieldError] = []
    ) async throws -> PageLayout {
        let services = site.services
        var preview: ExportPage.Preview?
        if let kind = choice.kind {
            let rows = try await CSVExport(services: services).rows(kind, event: choice.event, by: context.actor)
            preview = ExportPage.Preview(kind: kind, event: choice.event, rows: rows)
        }
        var frame = site.frame("Export", context.web, at: .staff)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        frame.banner = banner
        let model = ExportPage.Model(
            events: try await services.programme.events(by: context.actor),
            recipes: try await services.files.recipes(by: context.actor), preview: preview, reason: reason, name: name,
            errors: errors, formGuard: { site.formGuard(context.web, keyed: true) })
        return PageLayout(frame) { ExportPage(model: model) }
    }

    private func download(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let choice = Choice(form)
        guard let kind = choice.kind else { return Response.seeOther(SiteURL.staffExports.address) }
        let reason = form["reason"] ?? ""
        do {
            let file = try await CSVExport(services: site.services).download(
                kind, event: choice.event, because: reason, by: context.actor)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                    .contentDisposition: "attachment; filename=\"\(file.name)\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        } catch let problem as TextProblem {
            let errors = [FieldError(field: "reason", message: problem.message)]
            return Response.page(
                try await page(choice, context, reason: reason, errors: errors), status: ErrorAnswer(problem).status)
        }
    }

    private func save(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let choice = Choice(form)
        guard let kind = choice.kind else { return Response.seeOther(SiteURL.staffExports.address) }
        let name = form["name"] ?? ""
        do {
            _ = try await site.once(
                form, request: "recipe \(kind) \(choice.event ?? "") \(name)", by: context.actor
            ) { work in
                try await site.services.files.saveRecipe(
                    name, kind: kind.rawValue, event: choice.event, by: context.actor, in: work
                ).uuidString
            }
            return Response.seeOther(SiteURL.staffExports.address.adding("done", "saved"))
        } catch let refusal as any Refusal where refusal is TextProblem || refusal is PeopleRefusal {
            let errors = [FieldError(field: "name", message: refusal.message)]
            return Response.page(
                try await page(choice, context, name: name, errors: errors), status: ErrorAnswer(refusal).status)
        }
    }
}
