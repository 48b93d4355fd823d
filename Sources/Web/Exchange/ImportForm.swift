import Domain
import Exchange
import HTML

/// Asks for a file, or for its rows as they are copied out of a spreadsheet.
struct ImportForm: Component {
    struct Typed {
        var kind = ""
        var event = ""
        var pasted = ""
    }

    var typed: Typed
    var events: [Event]
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        Form(.post, to: SiteURL.staffImports.address, .novalidate(), .multipart) {
            Input(.hidden, name: FormGuard.tokenName, .value(formGuard.token))
            if let key = formGuard.key { Input(.hidden, name: FormGuard.keyName, .value(key)) }
            ChoiceGroup(
                kind: .radios, name: "kind", legend: "What does it hold?", error: errors.message(for: "kind"),
                choices: ImportKind.choices(typed.kind))
            SelectField(
                name: "event", label: "Event",
                hint: "For sessions, series and strands whose rows do not say which event they belong to.",
                error: errors.message(for: "event"),
                choices: [Choice(value: "", label: "The rows say it themselves")]
                    + events.map { Choice(value: $0.slug, label: $0.title, isChosen: $0.slug == typed.event) })
            FileField(
                name: "file", label: "CSV file",
                hint:
                    "At most 5 MB and 20,000 rows. In Excel choose Save As, then “CSV UTF-8”. The first row names the columns.",
                error: errors.message(for: "file"), accept: ".csv,text/csv")
            TextAreaField(
                name: "pasted", label: "Or paste the rows",
                hint: "With the row that names the columns; copied from a spreadsheet will do.", value: typed.pasted,
                error: errors.message(for: "pasted"), rows: 6)
            ActionButton("Check it")
        }
        Disclosure("Which columns does a file have?") {
            DataTable(
                id: "columns", caption: "Columns of each kind", isCaptionHidden: true, rows: ImportKind.all,
                columns: [
                    TableColumn("Kind", .rowHeader) { $0.title },
                    TableColumn("Columns") { kind in
                        Span(kind.columns.joined(separator: ", "), .translate(false))
                    },
                ])
            P {
                "The easiest start is "
                A("an export", href: SiteURL.staffExports.address)
                ": change it and import it again. Rows that are already so stay as they are."
            }
        }
    }
}

/// A file to choose.
struct FileField: Component {
    var name: String
    var label: String
    var hint: String?
    var error: String?
    var accept: String

    var body: Markup {
        FieldFrame(name: name, label: label, hint: hint, error: error, control: control)
    }

    private var control: Markup {
        let notes = FieldNotes(name: name, hint: hint, error: error)
        return Input(
            .file, name: name, .id(name), .class("input"), .accept(accept), .aria(.describedby, notes.ids),
            .when(error != nil, .aria(.invalid, true))
        ).markup
    }
}
