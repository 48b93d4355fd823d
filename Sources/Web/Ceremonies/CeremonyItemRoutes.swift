import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// One item of a running order: what is said, who presents it, how long it takes.
struct CeremonyItemRoutes {
    let desk: CeremonyDesk

    func add(to running: RouterGroup<SignedInContext>) {
        running.get(SiteURL.ceremonies(.item("{slug}", "{order}")).route) { _, context in
            let (ceremony, item) = try await found(context)
            return Response.page(page(ceremony, item, context, FormFields(), []))
        }
        running.post(SiteURL.ceremonies(.item("{slug}", "{order}")).route) { request, context in
            let (ceremony, item) = try await found(context)
            let fields = try await desk.site.form(request, context.web)
            var errors: [FieldError] = []
            let minutes = AwardsDesk.number(fields, "minutes", "The length in minutes", in: 1...240, &errors)
            guard errors.isEmpty, let number = item.order else {
                return Response.page(page(ceremony, item, context, fields, errors), status: .unprocessableContent)
            }
            let script = fields["script"].map { $0.replacing("\r\n", with: "\n") }
            let change = CeremonyService.ItemChange(
                script: script == item.script && item.edit?.script == nil ? nil : script,
                presenter: fields["presenter"],
                minutes: minutes)
            return try await desk.site.take(
                fields, "item \(ceremony.slug) \(number) \(change)", context,
                to: {
                    SiteURL.ceremonies(.ceremony($0)).address.adding("done", CeremonyDesk.Notice.saved.rawValue)
                },
                field: { $0 is TextProblem ? "script" : CeremonyDesk.field($0) },
                again: { page(ceremony, item, context, fields, $0) },
                { work in
                    _ = try await desk.ceremonies.edit(
                        ceremony.slug, item: number, change, by: context.actor, in: work)
                    return ceremony.slug
                })
        }
    }

    private func found(_ context: SignedInContext) async throws -> (Ceremony, RunningOrder.Item) {
        let ceremony = try await desk.ceremony(context)
        let order = try await desk.ceremonies.order(of: ceremony.slug, by: context.actor)
        guard let number = wholeNumber(try context.part("order")), let item = order.item(number) else {
            throw AccessRefusal.notFound("item")
        }
        return (ceremony, item)
    }

    private func page(
        _ ceremony: Ceremony, _ item: RunningOrder.Item, _ context: SignedInContext, _ typed: FormFields,
        _ errors: [FieldError]
    ) -> PageLayout {
        let page = CeremonyItemPage(
            ceremony: ceremony, item: item, typed: typed, errors: errors,
            formGuard: desk.site.formGuard(context.web, keyed: true))
        let back = BackLink(text: ceremony.title, address: SiteURL.ceremonies(.ceremony(ceremony.slug)).address)
        return PageLayout(desk.frame(item.title, context, back: back, errors: errors)) { page }
    }
}

struct CeremonyItemPage: Component {
    var ceremony: Ceremony
    var item: RunningOrder.Item
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1(item.title)
        P(
            "What you write here stays when the ceremony is compiled again. Empty a box to have it as compiled.",
            .class("lead"))
        PostForm(to: SiteURL.ceremonies(.item(ceremony.slug, "\(item.order ?? 0)")).address, guard: formGuard) {
            TextAreaField(
                name: "script", label: "What is said",
                hint: item.kind == .category
                    ? "{finalists}, {commended}, {winner} and {citation} are filled in when they may be shown. Write no young person’s name."
                    : nil,
                value: errors.isEmpty ? item.script : typed["script"] ?? "", error: errors.message(for: "script"),
                rows: 10, limit: 5000)
            TextField(
                name: "presenter", label: "Who presents it (optional)",
                hint: "Only if it is not the ceremony’s presenter; say how the name is said, too",
                value: errors.isEmpty ? item.edit?.presenter ?? "" : typed["presenter"] ?? "",
                error: errors.message(for: "presenter"))
            TextField(
                name: "minutes", label: "Minutes (optional)",
                hint: "As compiled: \(CeremonyWords.minutes(item.compiledMinutes))",
                value: errors.isEmpty ? item.edit?.minutes.map(String.init) ?? "" : typed["minutes"] ?? "",
                error: errors.message(for: "minutes"), width: .four, inputmode: .numeric, isProse: false)
            ActionButton("Save")
        }
    }
}
