import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Adding a scheme, changing its draft, and making the next of the last.
struct SchemeFormRoutes {
    let desk: AwardsDesk

    func add(to running: RouterGroup<SignedInContext>) {
        running.get(SiteURL.awards(.new).route) { _, context in
            Response.page(try await newPage(SchemeForm(), context, []))
        }
        running.post(SiteURL.awards(.new).route) { request, context in try await addScheme(request, context) }
        running.get(SiteURL.awards(.settings("{scheme}")).route) { _, context in
            let scheme = try await desk.scheme(context)
            guard scheme.state == .draft else {
                return Response.seeOther(SiteURL.awards(.rules(scheme.slug)).address)
            }
            return Response.page(try await settingsPage(scheme, SchemeForm(scheme), context, []))
        }
        running.post(SiteURL.awards(.settings("{scheme}")).route) { request, context in
            try await change(request, context)
        }
        running.get(SiteURL.awards(.copies("{scheme}")).route) { _, context in
            let scheme = try await desk.scheme(context)
            return Response.page(try await copyPage(scheme, FormFields(), context, []))
        }
        running.post(SiteURL.awards(.copies("{scheme}")).route) { request, context in try await copy(request, context) }
    }

    // MARK: New

    private func newPage(
        _ form: SchemeForm, _ context: SignedInContext, _ errors: [FieldError]
    ) async throws -> PageLayout {
        let back = BackLink(text: "Awards", address: SiteURL.awards(.home).address)
        let frame = desk.frame("Add a scheme", context, back: back, errors: errors)
        let formGuard = desk.site.formGuard(context.web, keyed: true)
        return PageLayout(frame) {
            ErrorSummary(errors)
            H1("Add a scheme")
            P("It is a draft until its rules are published. Its awards and what is scored come next.")
            PostForm(to: SiteURL.awards(.new).address, guard: formGuard) {
                form.boxes(errors, isNew: true)
                ActionButton("Add the scheme")
            }
        }
    }

    private func addScheme(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await desk.site.form(request, context.web)
        let form = SchemeForm(fields)
        var errors: [FieldError] = []
        guard let new = form.scheme(AwardsDesk.address(fields), desk, &errors) else {
            return Response.page(try await newPage(form, context, errors), status: .unprocessableContent)
        }
        return try await desk.take(
            fields, "scheme \(new)", context,
            to: { SiteURL.awards(.rules($0)).address.adding("done", AwardsNotice.added.rawValue) },
            field: SchemeForm.field(of:), again: { try await newPage(form, context, $0) },
            { work in try await desk.awards.addScheme(new, by: context.actor, in: work).slug })
    }

    // MARK: Changing a draft

    private func settingsPage(
        _ scheme: Scheme, _ form: SchemeForm, _ context: SignedInContext, _ errors: [FieldError]
    ) async throws -> PageLayout {
        let back = BackLink(text: "Rules", address: SiteURL.awards(.rules(scheme.slug)).address)
        let frame = desk.frame("Change \(scheme.title)", context, back: back, errors: errors)
        let formGuard = desk.site.formGuard(context.web, keyed: true)
        return PageLayout(frame) {
            ErrorSummary(errors)
            H1("Change \(scheme.title)")
            PostForm(to: SiteURL.awards(.settings(scheme.slug)).address, guard: formGuard) {
                form.boxes(errors)
                ActionButton("Save")
            }
        }
    }

    private func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let fields = try await desk.site.form(request, context.web)
        let form = SchemeForm(fields)
        var errors: [FieldError] = []
        guard let new = form.scheme(scheme.slug, desk, &errors) else {
            return Response.page(
                try await settingsPage(scheme, form, context, errors), status: .unprocessableContent)
        }
        return try await desk.take(
            fields, "change scheme \(new)", context,
            to: { SiteURL.awards(.rules($0)).address.adding("done", AwardsNotice.saved.rawValue) },
            field: SchemeForm.field(of:), again: { try await settingsPage(scheme, form, context, $0) },
            { work in try await desk.awards.changeScheme(scheme.slug, to: new, by: context.actor, in: work).slug })
    }

    // MARK: Copying

    private func copyPage(
        _ scheme: Scheme, _ fields: FormFields, _ context: SignedInContext, _ errors: [FieldError]
    ) async throws -> PageLayout {
        let back = BackLink(text: scheme.title, address: SiteURL.awards(.scheme(scheme.slug)).address)
        let title = "Make a scheme of \(scheme.title)"
        let frame = desk.frame(title, context, back: back, errors: errors)
        let formGuard = desk.site.formGuard(context.web, keyed: true)
        let first = London.local(scheme.opensAt).day.adding(days: 364)
        return PageLayout(frame) {
            ErrorSummary(errors)
            H1(title)
            P(
                "The new scheme is a draft with the same awards, criteria and limits. Nobody and nothing of the old one goes along: no nominations, no panels, no results."
            )
            PostForm(to: SiteURL.awards(.copies(scheme.slug)).address, guard: formGuard) {
                TextField(
                    name: "title", label: "Title", hint: "Leave it empty for the old one with the new year",
                    value: fields["title"] ?? "", error: errors.message(for: "title"))
                TextField(
                    name: "slug", label: "Last part of its web address",
                    hint: "Lower-case words joined by hyphens, such as staff-awards-2019", value: fields["slug"] ?? "",
                    error: errors.message(for: "slug"), width: .half, isProse: false)
                TextField.date(
                    name: "opens", label: "First day of nominations",
                    hint:
                        "Leave it empty for \(first.long), 52 weeks later. They close as long after that as they did.",
                    value: fields["opens"] ?? "", error: errors.message(for: "opens"))
                ActionButton("Make the scheme")
            }
        }
    }

    private func copy(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let fields = try await desk.site.form(request, context.web)
        var errors: [FieldError] = []
        let slug = fields["slug"]?.trimmingCharacters(in: .whitespaces) ?? ""
        if slug.isEmpty { errors.append(FieldError(field: "slug", message: "Enter the last part of its web address.")) }
        let opens = fields["opens"] == nil ? nil : desk.day(fields["opens"], "opens", "", &errors)
        guard errors.isEmpty else {
            return Response.page(
                try await copyPage(scheme, fields, context, errors), status: .unprocessableContent)
        }
        let title = fields["title"]
        return try await desk.take(
            fields, "copy \(scheme.slug) \(slug) \(title ?? "") \(opens?.iso ?? "")", context,
            to: { SiteURL.awards(.rules($0)).address.adding("done", AwardsNotice.copied.rawValue) },
            field: SchemeForm.field(of:), again: { try await copyPage(scheme, fields, context, $0) },
            { work in
                try await desk.awards.copyScheme(
                    scheme.slug, to: slug, title: title, opens: opens, by: context.actor, in: work
                ).slug
            })
    }
}
