import Domain
import Exchange
import Foundation
import HTML

/// What to export: the question, its first rows, the reason, and the choices that were kept.
struct ExportPage: Component {
    static let rowsShown = 5

    struct Preview {
        var kind: CSVKind
        var event: String?
        var rows: [[TableValue]]
    }

    struct Model {
        var events: [Event]
        var recipes: [ExportRecipe]
        var preview: Preview?
        var reason: String
        var name: String
        var errors: [FieldError]
        var formGuard: () -> FormGuard
    }

    var model: Model

    var body: Markup {
        ErrorSummary(model.errors)
        H1("Export")
        P("Each file that goes out is recorded with who took it and what for.", .class("lead"))
        P { A("A calendar of an event, a site, a room or a person", href: SiteURL.staffCalendarExports.address) }
        question
        if let preview = model.preview { self.preview(preview) }
        recipes
    }

    private var question: Markup {
        Form(.get, to: SiteURL.staffExports.address, .class("filters")) {
            Div(.class("filters__field")) {
                Label("What", for: "kind")
                Select(name: "kind", .id("kind"), .class("input select")) {
                    for choice in CSVKind.choices(model.preview?.kind.rawValue ?? CSVKind.sessions.rawValue) {
                        Option(choice.label, value: choice.value, selected: choice.isChosen)
                    }
                }
            }
            Div(.class("filters__field")) {
                Label("Of which event", for: "event")
                Select(name: "event", .id("event"), .class("input select")) {
                    Option("All events", value: "")
                    for event in model.events {
                        Option(event.title, value: event.slug, selected: event.slug == model.preview?.event)
                    }
                }
            }
            Div(.class("filters__actions")) { ActionButton("Show the first rows", .secondary) }
        }.markup
    }

    @MarkupBuilder private func preview(_ preview: Preview) -> Markup {
        H2("\(preview.kind.title): \(AdminWords.counted(preview.rows.count, "row", "rows", none: "no rows"))")
        if preview.rows.isEmpty {
            P("There is nothing of that kind\(preview.event == nil ? "" : " in this event").")
        } else {
            DataTable(
                id: "rows",
                caption: preview.rows.count > Self.rowsShown ? "The first \(Self.rowsShown) rows" : "All rows",
                rows: Array(preview.rows.prefix(Self.rowsShown)),
                columns: preview.kind.columns.enumerated().map { index, name in
                    TableColumn(name, index == 0 ? .rowHeader : .text) { row in
                        index < row.count ? Bdi(String(row[index].text.prefix(120))).markup : Markup.empty
                    }
                })
            PostForm(to: SiteURL.staffExportFile.address, guard: model.formGuard()) {
                hidden(preview)
                TextField(
                    name: "reason", label: "What is it for?", hint: "For example: “door lists for the sites”.",
                    value: model.reason, error: model.errors.message(for: "reason"), width: .half)
                ActionButton("Download as CSV")
            }
        }
        Disclosure("Keep this choice for next time", isOpen: model.errors.message(for: "name") != nil) {
            PostForm(to: SiteURL.staffRecipes.address, guard: model.formGuard()) {
                hidden(preview)
                TextField(
                    name: "name", label: "A name for it", value: model.name, error: model.errors.message(for: "name"),
                    width: .half)
                ActionButton("Keep it", .secondary)
            }
        }
    }

    @MarkupBuilder private func hidden(_ preview: Preview) -> Markup {
        Input(.hidden, name: "kind", .value(preview.kind.rawValue))
        if let event = preview.event { Input(.hidden, name: "event", .value(event)) }
    }

    @MarkupBuilder private var recipes: Markup {
        if !model.recipes.isEmpty {
            H2("Saved choices")
            DataTable(
                id: "recipes", caption: "Saved choices of export", isCaptionHidden: true, rows: model.recipes,
                columns: [
                    TableColumn("Name", .rowHeader) { recipe in
                        A(
                            recipe.name,
                            href: SiteURL.staffExports.address.adding("kind", recipe.kind).adding("event", recipe.event)
                        )
                    },
                    TableColumn("What") { CSVKind(rawValue: $0.kind)?.title ?? $0.kind },
                    TableColumn("Event") { recipe in
                        model.events.first { $0.slug == recipe.event }?.title ?? recipe.event ?? "All events"
                    },
                    TableColumn("Kept by") { $0.madeBy ?? "" },
                    TableColumn("Change") { recipe in
                        PostForm(
                            to: SiteURL.staffRecipeRemoval(recipe.id.uuidString).address, guard: model.formGuard(),
                            isInline: true
                        ) { ActionButton("Remove", .secondary, subject: recipe.name) }
                    },
                ])
        }
    }
}
