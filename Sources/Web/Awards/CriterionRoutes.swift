import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// What is scored in an award of a draft.
struct CriterionRoutes {
    let desk: AwardsDesk

    func add(to running: RouterGroup<SignedInContext>) {
        running.get(SiteURL.awards(.newCriterion("{scheme}", "{category}")).route) { _, context in
            Response.page(try await page(try await category(context), nil, CriterionForm(), context, []))
        }
        running.post(SiteURL.awards(.criteria("{scheme}", "{category}")).route) { request, context in
            try await save(try await category(context), nil, request, context)
        }
        running.get(SiteURL.awards(.criterion("{scheme}", "{category}", "{criterion}")).route) { _, context in
            let category = try await category(context)
            let criterion = try await criterion(category, context)
            return Response.page(try await page(category, criterion, CriterionForm(criterion), context, []))
        }
        running.post(SiteURL.awards(.criterion("{scheme}", "{category}", "{criterion}")).route) { request, context in
            let category = try await category(context)
            return try await save(category, try await criterion(category, context), request, context)
        }
        running.post(SiteURL.awards(.criterionRemoval("{scheme}", "{category}", "{criterion}")).route) {
            request, context in
            let category = try await category(context)
            let criterion = try await criterion(category, context)
            let fields = try await desk.site.form(request, context.web)
            return try await desk.take(
                fields, "remove criterion \(category.path) \(criterion.id.rawValue)", context,
                to: { _ in place(category).address.adding("done", AwardsNotice.removed.rawValue) },
                field: { _ in "remove" },
                again: { try await page(category, criterion, CriterionForm(criterion), context, $0) },
                { work in
                    try await desk.awards.removeCriterion(
                        criterion.id, of: path(category), by: context.actor, in: work)
                    return category.slug
                })
        }
    }

    private func category(_ context: SignedInContext) async throws -> AwardCategory {
        try await desk.awards.category(
            AwardPath(scheme: try context.part("scheme"), part: try context.part("category")), by: context.actor)
    }

    private func criterion(_ category: AwardCategory, _ context: SignedInContext) async throws -> AwardCriterion {
        let number = wholeNumber(try context.part("criterion"))
        let known = try await desk.awards.criteria(of: path(category), by: context.actor)
        guard let found = known.first(where: { $0.id.rawValue == number }) else {
            throw AccessRefusal.notFound("criterion")
        }
        return found
    }

    private func path(_ category: AwardCategory) -> AwardPath {
        AwardPath(scheme: category.scheme, part: category.slug)
    }

    private func place(_ category: AwardCategory) -> SiteURL { .awards(.category(category.scheme, category.slug)) }

    private func page(
        _ category: AwardCategory, _ criterion: AwardCriterion?, _ form: CriterionForm, _ context: SignedInContext,
        _ errors: [FieldError]
    ) async throws -> PageLayout {
        let title = criterion?.name ?? "Add a criterion"
        let back = BackLink(text: category.title, address: place(category).address)
        let page = CriterionPage(
            category: category, criterion: criterion, form: form, errors: errors,
            formGuard: { desk.site.formGuard(context.web, keyed: true) })
        return PageLayout(desk.frame(title, context, back: back, errors: errors)) { page }
    }

    private func save(
        _ category: AwardCategory, _ criterion: AwardCriterion?, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        let fields = try await desk.site.form(request, context.web)
        let form = CriterionForm(fields)
        var errors: [FieldError] = []
        guard let read = form.read(&errors) else {
            return Response.page(
                try await page(category, criterion, form, context, errors), status: .unprocessableContent)
        }
        let (name, scale) = (fields["name"] ?? "", fields["scale"] ?? "")
        return try await desk.take(
            fields, "criterion \(category.path) \(criterion?.id.rawValue ?? 0) \(name) \(read) \(scale)", context,
            to: { _ in
                let notice = criterion == nil ? AwardsNotice.added : .saved
                return place(category).address.adding("done", notice.rawValue)
            },
            field: CriterionForm.field(of:), again: { try await page(category, criterion, form, context, $0) },
            { work in
                if let criterion {
                    return try await desk.awards.changeCriterion(
                        criterion.id, of: path(category), name: name, weight: read.weight, lowest: read.lowest,
                        highest: read.highest, scale: scale, by: context.actor, in: work
                    ).name
                }
                return try await desk.awards.addCriterion(
                    name, to: path(category), weight: read.weight, lowest: read.lowest, highest: read.highest,
                    scale: scale, by: context.actor, in: work
                ).name
            })
    }
}

/// What somebody typed about a criterion.
struct CriterionForm {
    var fields: FormFields

    init() { fields = FormFields([("weight", "1"), ("lowest", "0"), ("highest", "10")]) }

    init(_ fields: FormFields) { self.fields = fields }

    init(_ criterion: AwardCriterion) {
        fields = FormFields([
            ("name", criterion.name),
            ("weight", Int(exactly: criterion.weight).map(String.init) ?? String(criterion.weight)),
            ("lowest", String(criterion.lowest)), ("highest", String(criterion.highest)), ("scale", criterion.scale),
        ])
    }

    func read(_ errors: inout [FieldError]) -> (weight: Double, lowest: Int, highest: Int)? {
        AwardsDesk.require(fields, "name", "Enter what is scored.", &errors)
        let weight = Double((fields["weight"] ?? "").trimmingCharacters(in: .whitespaces))
        if weight == nil || weight?.isFinite == false {
            errors.append(FieldError(field: "weight", message: "A weight is a number above zero, such as 2 or 0.5."))
        }
        let range = -1000...1000
        let lowest = AwardsDesk.number(fields, "lowest", "The lowest mark", in: range, &errors)
        let highest = AwardsDesk.number(fields, "highest", "The highest mark", in: range, &errors)
        guard errors.isEmpty, let weight else { return nil }
        return (weight, lowest ?? 0, highest ?? 10)
    }

    static func field(of refusal: any Refusal) -> String {
        switch refusal {
        case JudgingRefusal.badWeight: "weight"
        case JudgingRefusal.badScale: "highest"
        case let problem as TextProblem where problem.message.contains("scale"): "scale"
        default: "name"
        }
    }
}

/// One criterion of a draft.
struct CriterionPage: Component {
    var category: AwardCategory
    var criterion: AwardCriterion?
    var form: CriterionForm
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        let fields = form.fields
        ErrorSummary(errors)
        H1(criterion?.name ?? "Add a criterion")
        PostForm(to: address.address, guard: formGuard()) {
            TextField(
                name: "name", label: "What is scored", hint: "For example, Difference made",
                value: fields["name"] ?? "", error: errors.message(for: "name"))
            TextField(
                name: "weight", label: "Weight", hint: "Only its share of all weights matters",
                value: fields["weight"] ?? "", error: errors.message(for: "weight"), width: .four, isProse: false)
            TextField(
                name: "lowest", label: "Lowest mark", value: fields["lowest"] ?? "",
                error: errors.message(for: "lowest"), width: .four, isProse: false)
            TextField(
                name: "highest", label: "Highest mark", value: fields["highest"] ?? "",
                error: errors.message(for: "highest"), width: .four, isProse: false)
            TextAreaField(
                name: "scale", label: "What the marks mean, in words",
                hint: "For example: 0 nothing to see yet; 5 a clear change for somebody; 10 a change that will last",
                value: fields["scale"] ?? "", error: errors.message(for: "scale"), rows: 4, limit: 2000)
            ActionButton(criterion == nil ? "Add the criterion" : "Save")
        }
        if let criterion {
            H2("Remove it")
            let place = AwardsPlace.criterionRemoval(category.scheme, category.slug, "\(criterion.id.rawValue)")
            PostForm(to: SiteURL.awards(place).address, guard: formGuard()) {
                Div(.class("actions"), .id("remove")) {
                    ActionButton("Remove this criterion", .warning, subject: criterion.name)
                }
            }
        }
    }

    private var address: SiteURL {
        guard let criterion else { return .awards(.criteria(category.scheme, category.slug)) }
        return .awards(.criterion(category.scheme, category.slug, "\(criterion.id.rawValue)"))
    }
}
