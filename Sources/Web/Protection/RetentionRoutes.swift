import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Young people's own record, how long what is known of them is kept, and certificates of deletion.
struct RetentionRoutes {
    let site: WebSite

    private var retention: RetentionService { site.services.retention }

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.retention.route) { _, context in
            let page = RetentionPage(
                schemes: try await retention.schemes(by: context.actor),
                records: try await retention.records(by: context.actor))
            return Response.page(PageLayout(framed("Their own record", context, isWide: true)) { page })
        }
        staff.get(SiteURL.youngRecord("{scheme}", "{category}", "{code}").route) { request, context in
            let path = try DeskRoutes.path(context)
            return Response.page(try await record(path, context, done: try request.query()["done"]))
        }
        staff.post(SiteURL.youngRecord("{scheme}", "{category}", "{code}").route) { request, context in
            try await handOver(request, context)
        }
        staff.get(SiteURL.retentionScheme("{scheme}").route) { request, context in
            Response.page(try await scheme(context, done: try request.query()["done"]))
        }
        staff.post(SiteURL.retentionScheme("{scheme}").route) { request, context in
            let form = try await site.form(request, context.web)
            let slug = try await retention.scheme(try context.part("scheme"), by: context.actor).scheme
            let months = wholeNumber(form["months"]?.trimmingCharacters(in: .whitespaces) ?? "") ?? 0
            return try await site.take(
                form, "keep \(slug) \(months)", context,
                to: { SiteURL.retentionScheme($0).address.adding("done", "saved") }, field: { _ in "months" },
                again: { try await scheme(context, form, $0) }
            ) { work in try await retention.keep(slug, months: months, by: context.actor, in: work).scheme }
        }
        staff.post(SiteURL.retentionDeletion("{scheme}").route) { request, context in
            let form = try await site.form(request, context.web)
            let slug = try await retention.scheme(try context.part("scheme"), by: context.actor).scheme
            let typed = form["scheme"] ?? ""
            return try await site.take(
                form, "delete of \(slug) \(typed)", context, to: { SiteURL.deletionCertificate($0).address },
                field: { _ in "scheme" }, again: { try await scheme(context, form, $0) }
            ) { work in
                try await retention.purge(slug, typed: typed, by: context.actor, in: work).id.uuidString.lowercased()
            }
        }
        staff.get(SiteURL.deletionCertificate("{deletion}").route) { _, context in
            guard let id = UUID(uuidString: try context.part("deletion")) else {
                // Who may not is told that, whatever is asked for.
                _ = try await retention.schemes(by: context.actor)
                throw AccessRefusal.notFound("certificate")
            }
            let certificate = try await retention.certificate(id, by: context.actor)
            var frame = framed("Certificate of deletion", context, isWide: true)
            frame.back = BackLink(
                text: "What is kept", address: SiteURL.retentionScheme(certificate.scheme).address)
            let page = DeletionCertificatePage(certificate: certificate)
            return Response.page(PageLayout(frame) { page })
        }
    }

    private func framed(_ title: String, _ context: SignedInContext, isWide: Bool = false) -> PageFrame {
        var frame = site.frame(title, context.web, at: .protection)
        frame.width = isWide ? .wide : .reading
        frame.back = BackLink(text: "Young people", address: SiteURL.protection.address)
        return frame
    }

    private func record(
        _ path: AwardPath, _ context: SignedInContext, _ typed: FormFields = FormFields(), _ errors: [FieldError] = [],
        done: String? = nil
    ) async throws -> PageLayout {
        let record = try await retention.record(path, by: context.actor)
        let sheet =
            record.isTold && record.deletedAt == nil ? try await retention.sheet(path, by: context.actor) : nil
        var frame = framed("The own record of \(record.pseudonym)", context)
        frame.back = BackLink(text: "Their own record", address: SiteURL.retention.address)
        frame.hasErrors = !errors.isEmpty
        frame.stylesheet = .screenStylesheet
        if done != nil, errors.isEmpty { frame.banner = Banner(.success, "It is written down") }
        let page = YoungRecordPage(
            record: record, sheet: sheet, typed: typed, errors: errors, formGuard: site.formGuards(context.web))
        return PageLayout(frame) { page }
    }

    private func handOver(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let path = try DeskRoutes.path(context)
        _ = try await retention.record(path, by: context.actor)
        let what = form["do"] ?? ""
        var handOver: HandOver?
        switch what {
        case "refused": handOver = .refused
        case "back": break
        default:
            guard let receiver = form["to"].flatMap(Consent.Capacity.init(rawValue:)) else {
                let errors = [FieldError(field: "to", message: "Choose who took it.")]
                return Response.page(try await record(path, context, form, errors), status: .unprocessableContent)
            }
            handOver = .handedOver(to: receiver)
        }
        let written = handOver
        return try await site.take(
            form, "hand over \(path.text) \(what) \(form["to"] ?? "")", context,
            to: { _ in RetentionWords.address(path).adding("done", "yes") }, field: { _ in "to" },
            again: { try await record(path, context, form, $0) }
        ) { work in
            try await retention.handOver(path, written, by: context.actor, in: work)
            return ""
        }
    }

    private func scheme(
        _ context: SignedInContext, _ typed: FormFields = FormFields(), _ errors: [FieldError] = [], done: String? = nil
    ) async throws -> PageLayout {
        let scheme = try await retention.scheme(try context.part("scheme"), by: context.actor)
        var frame = framed("What is kept, \(scheme.title)", context, isWide: true)
        frame.back = BackLink(text: "Their own record", address: SiteURL.retention.address)
        frame.hasErrors = !errors.isEmpty
        if done != nil, errors.isEmpty { frame.banner = Banner(.success, "Saved") }
        let page = SchemeRetentionPage(
            scheme: scheme, preview: try await retention.preview(scheme.scheme, by: context.actor),
            certificates: try await retention.certificates(of: scheme.scheme, by: context.actor), typed: typed,
            errors: errors, formGuard: site.formGuards(context.web))
        return PageLayout(frame) { page }
    }
}
