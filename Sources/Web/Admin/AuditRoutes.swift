import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Who changed what, when and why, with what was before and after.
struct AuditRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminAudit.route) { request, context in
            let typed = AuditPage.Typed(try request.query())
            var errors: [FieldError] = []
            var question = AuditQuestion(
                who: typed.who, action: typed.action, object: typed.object, before: typed.before)
            question.from = day(typed.from, "from", &errors).map(London.start)
            question.to = day(typed.to, "to", &errors).map { London.start(of: $0.adding(days: 1)) }
            var page = AuditPage(typed: typed, errors: errors)
            if errors.isEmpty {
                do {
                    (page.entries, page.next) = try await site.services.audit.search(question, by: context.actor)
                } catch let problem as TextProblem {
                    page.errors = [FieldError(field: "who", message: problem.message)]
                }
            }
            return Response.page(
                PageLayout(site.adminFrame("Audit", context, errors: page.errors)) { page },
                status: page.errors.isEmpty ? .ok : .unprocessableContent)
        }
    }

    private func day(_ text: String, _ field: String, _ errors: inout [FieldError]) -> Day? {
        guard !text.isEmpty else { return nil }
        do {
            return try DateEntry.day(text, today: site.today)
        } catch {
            errors.append(FieldError(field: field, message: error.message))
            return nil
        }
    }
}

/// The question and what was found.
struct AuditPage: Component {
    struct Typed {
        var who: String
        var action: String
        var object: String
        var from: String
        var to: String
        var before: Int?

        init(_ query: FormFields) {
            (who, action, object) = (query["who"] ?? "", query["action"] ?? "", query["object"] ?? "")
            (from, to) = (query["from"] ?? "", query["to"] ?? "")
            before = query["before"].flatMap { wholeNumber($0) }
        }

        /// The question without where its page begins.
        var address: WebAddress {
            func present(_ text: String) -> String? { text.isEmpty ? nil : text }
            return SiteURL.adminAudit.address.adding("who", present(who)).adding("action", present(action))
                .adding("object", present(object)).adding("from", present(from)).adding("to", present(to))
        }
    }

    static let actions = [
        ("session.", "Sessions"), ("booking.", "Bookings"), ("release.", "Releases"), ("event.", "Events"),
        ("series.", "Series"), ("person.", "People"), ("role.", "Roles"), ("team.", "Teams"), ("site.", "Sites"),
        ("room.", "Rooms"), ("import.", "Imports"), ("export.", "Exports"), ("token.", "Tokens"),
        ("calendar_address.", "Calendar addresses"), ("sign_in.", "Signing in"), ("mail.", "Mail"),
        ("nomination.", "Nominations"), ("ballot.", "Ballots"), ("round.", "Rounds"), ("conflict.", "Conflicts"),
        ("decision.", "Decisions"), ("embargo.", "Embargoes"), ("consent.", "Consents"), ("name.", "Legal names read"),
        ("worry.", "Worries"), ("ceremony.", "Ceremonies"),
    ]

    var typed: Typed
    var errors: [FieldError]
    var entries: [AuditFinding] = []
    var next: Int?

    init(typed: Typed, errors: [FieldError]) {
        self.typed = typed
        self.errors = errors
    }

    var body: Markup {
        ErrorSummary(errors)
        H1("Audit")
        question
        if entries.isEmpty {
            EmptyState("Nothing found") { P { A("Look at everything", href: SiteURL.adminAudit.address) } }
        } else {
            table
            CursorLinks(address: typed.address, isLater: typed.before != nil, next: next)
        }
    }

    private var question: Markup {
        Form(.get, to: SiteURL.adminAudit.address, .class("filters"), .role(.search), .aria(.label, "Search the audit"))
        {
            field("who", "Who did it", typed.who)
            Div(.class("filters__field")) {
                Label("What", for: "action")
                Select(name: "action", .id("action"), .class("input select")) {
                    Option("Anything", value: "")
                    for (prefix, words) in Self.actions {
                        Option(words, value: prefix, selected: prefix == typed.action)
                    }
                }
            }
            field("object", "To what or whom", typed.object)
            field("from", "From (day)", typed.from)
            field("to", "To (day)", typed.to)
            Div(.class("filters__actions")) {
                ActionButton("Search", .secondary)
                A("Clear", href: SiteURL.adminAudit.address)
            }
        }.markup
    }

    private func field(_ name: String, _ label: String, _ value: String) -> Markup {
        let error = errors.message(for: name)
        return Div(.class("filters__field")) {
            Label(label, for: name)
            FieldNotes(name: name, error: error)
            Input(
                .text, name: name, .id(name), .class("input"), .value(value), .spellcheck(false),
                .aria(.describedby, error.map { _ in name + "-error" }), .when(error != nil, .aria(.invalid, true)))
        }.markup
    }

    private var table: Markup {
        DataTable(
            id: "entries", caption: "What was found, newest first", isCaptionHidden: true, rows: entries,
            columns: [
                TableColumn("When") { AdminWords.moment($0.at) },
                TableColumn("Who") { entry in
                    Bdi(entry.actor ?? (entry.actorKind == "operator" ? "The operator" : "The system"))
                    if let user = entry.osUser { " (\(user))" }
                    ", \(entry.channel)"
                },
                TableColumn("What", .rowHeader) { entry in
                    Span(entry.action.replacing("_", with: " ").replacing(".", with: ": "))
                    if let person = entry.onBehalfOf { Bdi(" for \(person)") }
                },
                TableColumn("To") { entry in
                    Self.object(entry)
                },
                TableColumn("Before and after") { entry in Self.changes(entry) },
                TableColumn("Reason") { $0.reason ?? "" },
            ]
        ).markup
    }

    /// A person by name, a session as a link, a booking by its session, anything else as the audit has it.
    @MarkupBuilder private static func object(_ entry: AuditFinding) -> Markup {
        let parts = entry.object.split(separator: ":", maxSplits: 1).map(String.init)
        let session = fields(entry.after)["session"] ?? fields(entry.before)["session"]
        if let name = entry.objectName {
            Bdi(name)
        } else if parts.first == "session", parts.count == 2 {
            A(parts[1], href: SiteURL.planSession(parts[1]).address)
        } else if parts.first == "booking", let session {
            "Booking on "
            A(session, href: SiteURL.staffBookings(session).address)
        } else {
            Span(entry.object, .translate(false))
        }
    }

    @MarkupBuilder private static func changes(_ entry: AuditFinding) -> Markup {
        let (before, after) = (fields(entry.before), fields(entry.after))
        let names = Set(before.keys).union(after.keys).sorted()
        if !names.isEmpty {
            Ul(.class("plain")) {
                for name in names {
                    Li {
                        Span("\(name.replacing("_", with: " ")): ", .class("soft"))
                        if let old = before[name] { Del(String(old.prefix(200))) }
                        if before[name] != nil, after[name] != nil { " " }
                        if let new = after[name] { Ins(String(new.prefix(200))) }
                    }
                }
            }
        }
    }

    private static func fields(_ json: String?) -> [String: String] {
        guard let json, let read = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else {
            return [:]
        }
        return read.mapValues { ($0 as? String) ?? "\($0)" }
    }
}
