import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// The rules of a scheme: its awards, what is scored in each, and publishing them.
struct CategoryRoutes {
    let desk: AwardsDesk

    func add(to running: RouterGroup<SignedInContext>) {
        running.get(SiteURL.awards(.rules("{scheme}")).route) { request, context in
            let scheme = try await desk.scheme(context)
            return Response.page(try await rules(scheme, context, done: try request.query()))
        }
        running.post(SiteURL.awards(.publication("{scheme}")).route) { request, context in
            try await publish(request, context)
        }
        running.get(SiteURL.awards(.newCategory("{scheme}")).route) { _, context in
            let scheme = try await desk.scheme(context)
            return Response.page(try await categoryPage(scheme, nil, CategoryForm(), context, []))
        }
        running.post(SiteURL.awards(.categories("{scheme}")).route) { request, context in
            try await save(nil, request, context)
        }
        running.get(SiteURL.awards(.category("{scheme}", "{category}")).route) { request, context in
            let scheme = try await desk.scheme(context)
            let category = try await category(scheme, context)
            return Response.page(
                try await categoryPage(
                    scheme, category, CategoryForm(category), context, [], done: try request.query()))
        }
        running.post(SiteURL.awards(.category("{scheme}", "{category}")).route) { request, context in
            let scheme = try await desk.scheme(context)
            return try await save(try await category(scheme, context), request, context)
        }
        running.post(SiteURL.awards(.categoryRemoval("{scheme}", "{category}")).route) { request, context in
            try await remove(request, context)
        }
        CriterionRoutes(desk: desk).add(to: running)
    }

    private func category(_ scheme: Scheme, _ context: SignedInContext) async throws -> AwardCategory {
        try await desk.awards.category(
            AwardPath(scheme: scheme.slug, part: try context.part("category")), by: context.actor)
    }

    // MARK: Rules

    private func rules(
        _ scheme: Scheme, _ context: SignedInContext, word: String = "", errors: [FieldError] = [],
        done: FormFields? = nil
    ) async throws -> PageLayout {
        let page = RulesPage(
            scheme: scheme, categories: try await desk.awards.categories(of: scheme.slug, by: context.actor),
            criteria: try await desk.awards.allCriteria(of: scheme.slug, by: context.actor),
            isStaff: context.person.roles.contains(.staff),
            publicAddress: desk.site.baseURL + SiteURL.scheme(scheme.slug).address.text, word: word, errors: errors,
            formGuard: desk.site.formGuard(context.web, keyed: true))
        let back = BackLink(text: "Awards", address: SiteURL.awards(.home).address)
        return PageLayout(
            desk.frame("Rules of \(scheme.title)", context, back: back, errors: errors, done: done)
        ) { page }
    }

    private func publish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let fields = try await desk.site.form(request, context.web)
        let word = fields["word"] ?? ""
        guard word.trimmingCharacters(in: .whitespaces).lowercased() == scheme.slug else {
            let errors = [FieldError(field: "word", message: AwardsRefusal.typeToConfirm(scheme.slug).message)]
            return Response.page(
                try await rules(scheme, context, word: word, errors: errors), status: .unprocessableContent)
        }
        return try await desk.take(
            fields, "publish \(scheme.slug)", context,
            to: { SiteURL.awards(.rules($0)).address.adding("done", AwardsNotice.published.rawValue) },
            field: { _ in "word" }, again: { try await rules(scheme, context, word: word, errors: $0) },
            { work in try await desk.awards.publish(scheme.slug, by: context.actor, in: work).slug })
    }

    // MARK: Awards

    private func categoryPage(
        _ scheme: Scheme, _ category: AwardCategory?, _ form: CategoryForm, _ context: SignedInContext,
        _ errors: [FieldError], done: FormFields? = nil
    ) async throws -> PageLayout {
        var criteria: [AwardCriterion] = []
        if let category {
            criteria = try await desk.awards.criteria(
                of: AwardPath(scheme: scheme.slug, part: category.slug), by: context.actor)
        }
        let title = category?.title ?? "Add an award"
        let back = BackLink(text: "Rules", address: SiteURL.awards(.rules(scheme.slug)).address)
        let page = CategoryPage(
            scheme: scheme, category: category, form: form, criteria: criteria, errors: errors,
            formGuard: { desk.site.formGuard(context.web, keyed: true) })
        return PageLayout(desk.frame(title, context, back: back, errors: errors, done: done)) { page }
    }

    private func save(
        _ category: AwardCategory?, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let fields = try await desk.site.form(request, context.web)
        let form = CategoryForm(fields)
        var errors: [FieldError] = []
        guard let new = form.category(category?.slug ?? AwardsDesk.address(fields), &errors) else {
            return Response.page(
                try await categoryPage(scheme, category, form, context, errors), status: .unprocessableContent)
        }
        return try await desk.take(
            fields, "category \(scheme.slug) \(category?.slug ?? "") \(new)", context,
            to: { slug in
                let notice = category == nil ? AwardsNotice.added : .saved
                return SiteURL.awards(.category(scheme.slug, slug)).address.adding("done", notice.rawValue)
            },
            field: CategoryForm.field(of:), again: { try await categoryPage(scheme, category, form, context, $0) },
            { work in
                if let category {
                    let path = AwardPath(scheme: scheme.slug, part: category.slug)
                    return try await desk.awards.changeCategory(path, to: new, by: context.actor, in: work).slug
                }
                return try await desk.awards.addCategory(new, to: scheme.slug, by: context.actor, in: work).slug
            })
    }

    private func remove(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let category = try await category(scheme, context)
        let fields = try await desk.site.form(request, context.web)
        return try await desk.take(
            fields, "remove category \(category.path)", context,
            to: { SiteURL.awards(.rules($0)).address.adding("done", AwardsNotice.removed.rawValue) },
            field: { _ in "remove" },
            again: { try await categoryPage(scheme, category, CategoryForm(category), context, $0) },
            { work in
                try await desk.awards.removeCategory(
                    AwardPath(scheme: scheme.slug, part: category.slug), by: context.actor, in: work)
                return scheme.slug
            })
    }
}
