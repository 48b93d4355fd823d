import Domain
import Exchange
import Foundation
import HTML

/// Whose calendar to export: the question, what it holds, the reason.
struct CalendarExportPage: Component {
    static let rowsShown = 5

    struct Preview {
        var entries: [CalendarExport.Entry]
        /// Where everybody may subscribe to the same.
        var address: String?
    }

    var events: [Event]
    var sites: [Site]
    var rooms: [Room]
    var choice: CalendarExportRoutes.Choice
    var preview: Preview?
    var reason: String
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Export a calendar")
        P(
            "A file for Outlook, Google or Apple. Each that goes out is recorded with who took it and what for.",
            .class("lead"))
        question
        if let preview { shown(preview) }
    }

    private var question: Markup {
        Form(.get, to: SiteURL.staffCalendarExports.address) {
            SelectField(
                name: "of", label: "What happens in", error: errors.message(for: "of"),
                choices: [Choice(value: "", label: "Choose an event, a site or a room")] + places)
            TextField(
                name: "person", label: "Or the places of a person",
                hint: "Their name or email address. It counts instead of what is above.", value: choice.person,
                error: errors.message(for: "person"), width: .half, autocomplete: .off, isProse: false)
            ActionButton("Show what it holds", .secondary)
        }.markup
    }

    private var places: [Choice] {
        func choices(_ kind: String, _ word: String, _ all: [(key: String, name: String)]) -> [Choice] {
            all.map {
                Choice(
                    value: "\(kind):\($0.key)", label: "\(word): \($0.name)",
                    isChosen: choice.of == "\(kind):\($0.key)")
            }
        }
        return choices("event", "Event", events.map { ($0.slug, $0.title) })
            + choices("site", "Site", sites.map { ($0.slug, $0.name) })
            + choices("room", "Room", rooms.map { ($0.printed, "\($0.site), \($0.name)") })
    }

    @MarkupBuilder private func shown(_ preview: Preview) -> Markup {
        let count = preview.entries.count
        H2(AdminWords.counted(count, "entry", "entries", none: "Nothing in it"))
        if preview.entries.isEmpty {
            P("A calendar holds what has been released, from a while ago on.")
        } else {
            DataTable(
                id: "entries", caption: count > Self.rowsShown ? "The first \(Self.rowsShown) entries" : "All entries",
                rows: Array(preview.entries.prefix(Self.rowsShown)),
                columns: [
                    TableColumn("What", .rowHeader) { Bdi($0.title) },
                    TableColumn("When") { entry in
                        AdminWords.moment(entry.startsAt) + (entry.repeats ? ", and on other dates" : "")
                    },
                    TableColumn("Where") { Bdi($0.place ?? "") },
                ])
        }
        PostForm(to: SiteURL.staffCalendarExportFile.address, guard: formGuard) {
            Input(.hidden, name: "of", .value(choice.of))
            Input(.hidden, name: "person", .value(choice.person))
            TextField(
                name: "reason", label: "What is it for?", hint: "For example: “the screen in the entrance”.",
                value: reason, error: errors.message(for: "reason"), width: .half)
            ActionButton("Download the calendar")
        }
        if let address = preview.address {
            H2("Or subscribe to it")
            CopyField(
                id: "subscription", label: "Address to subscribe to", value: address,
                hint: "Open to everyone, so it needs no reason. Changes come by themselves.")
        }
    }
}
