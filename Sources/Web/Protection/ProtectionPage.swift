import Domain
import Foundation
import HTML

/// What there is to do for young people: worries, wishes to read a name, and each young candidate's texts and consents.
struct ProtectionPage: Component {
    struct Model {
        var entries: [ProtectionEntry]
        /// Nil for those who do not read them.
        var worries: [Worry]?
        var wishes: [BreakGlass]
        var mayGrant: Bool
        var asked = AskFields()
        var errors: [FieldError] = []
        var formGuard: () -> FormGuard
    }

    /// What was typed to ask for a name.
    struct AskFields {
        var candidate = ""
        var reason = ""
    }

    var model: Model

    var body: Markup {
        ErrorSummary(model.errors)
        H1("Young people")
        if let worries = model.worries {
            self.worries(worries)
            P { A("Their own record, and how long what is known of them is kept", href: SiteURL.retention.address) }
        }
        if model.asked.candidate.isEmpty {
            candidates
            wishes
        } else {
            wishes
            candidates
        }
    }

    @MarkupBuilder private func worries(_ worries: [Worry]) -> Markup {
        H2("Worries")
        if worries.isEmpty {
            P("Nobody has raised a worry.")
        } else {
            DataTable(
                id: "worries", caption: "Worries", isCaptionHidden: true, rows: worries,
                columns: [
                    TableColumn("About", .rowHeader) { $0.about },
                    TableColumn("Raised by") { Bdi($0.raisedBy) },
                    TableColumn("When") { AdminWords.moment($0.raisedAt) },
                    TableColumn("Read by") { worry in
                        if let seen = worry.seenBy { Bdi(seen) } else { StateTag(.waiting, "Nobody yet") }
                    },
                    TableColumn("Read it") { worry in
                        PostForm(
                            to: SiteURL.protectionWorry(worry.id.uuidString.lowercased()).address,
                            guard: model.formGuard(), isInline: true
                        ) {
                            ActionButton("Read", .secondary, subject: worry.about)
                        }
                    },
                ])
        }
    }

    @MarkupBuilder private var candidates: Markup {
        H2("Candidates")
        if model.entries.isEmpty {
            P("No young person is a candidate of a scheme that you look after, nor anybody whom judges know by a code.")
        } else {
            DataTable(
                id: "young", caption: "Candidates", isCaptionHidden: true, rows: model.entries,
                columns: [
                    TableColumn("Candidate", .rowHeader) { A($0.name, href: $0.path.protectionAddress) },
                    TableColumn("Award") { "\($0.categoryTitle), \($0.schemeTitle)" },
                    TableColumn("Text for the panel") { entry in
                        entry.isChecked
                            ? StateTag(.good, "Checked")
                            : entry.hasPanelText ? StateTag(.waiting, "To check") : StateTag(.stopped, "To write")
                    },
                    TableColumn("The panel may read it") {
                        $0.mayPanelRead
                            ? StateTag(.good, "Yes") : StateTag(.stopped, "No, nobody has agreed")
                    },
                    TableColumn("Their own text") {
                        $0.isApprovedToCheck
                            ? StateTag(.waiting, "To check")
                            : $0.hasApprovedText ? StateTag(.good, "Approved") : StateTag(.neutral, "None")
                    },
                    TableColumn("Consents", .number) { String($0.consents) },
                ])
        }
    }

    @MarkupBuilder private var wishes: Markup {
        H2("Reading a name once")
        P(
            "For when somebody outside safeguarding has to know a legal name. A second person grants it, for 30 minutes, and the data protection contact is told."
        )
        if !model.wishes.isEmpty {
            DataTable(
                id: "wishes", caption: "Asked in the last 30 days", rows: model.wishes,
                columns: [
                    TableColumn("Whose name", .rowHeader) { $0.name },
                    TableColumn("Asked by") { Bdi($0.askedBy) },
                    TableColumn("Why") { Bdi($0.reason) },
                    TableColumn("Asked") { AdminWords.moment($0.askedAt) },
                    TableColumn("Granted by") { wish in
                        if let name = wish.grantedBy { Bdi(name) } else { "Nobody yet" }
                    },
                    TableColumn("Do") { act(on: $0) },
                ])
        }
        PostForm(to: SiteURL.protectionWishes.address, guard: model.formGuard()) {
            TextField(
                name: "candidate", label: "Candidate", hint: "Its whole name, like SCHEME/CATEGORY/CODE.",
                value: model.asked.candidate, error: model.errors.message(for: "candidate"), isProse: false)
            TextField(
                name: "reason", label: "Why you have to know the name", value: model.asked.reason,
                error: model.errors.message(for: "reason"))
            ActionButton("Ask for the name", .secondary)
        }
    }

    @MarkupBuilder private func act(on wish: BreakGlass) -> Markup {
        let id = wish.id.uuidString.lowercased()
        if wish.isOwn, wish.isOpen {
            PostForm(to: SiteURL.protectionWishName(id).address, guard: model.formGuard(), isInline: true) {
                ActionButton("Show the name", .secondary, subject: wish.name)
            }
        } else if !wish.isOwn, wish.grantedAt == nil, model.mayGrant {
            PostForm(to: SiteURL.protectionWishGrant(id).address, guard: model.formGuard(), isInline: true) {
                ActionButton("Grant for 30 minutes", .secondary, subject: wish.name)
            }
        } else {
            wish.grantedAt == nil ? "Waits for a second person" : wish.isOpen ? "Open now" : "Over"
        }
    }
}

/// Something that was read once, with its entry in the audit.
struct ReadOncePage: Component {
    var heading: String
    var text: String
    var note: String

    var body: Markup {
        H1(heading)
        InsetText { Paragraphs(text.isEmpty ? "No words were written." : text) }
        P(note, .class("hint"))
        P { A("Young people", href: SiteURL.protection.address) }
    }
}

extension AwardPath {
    var protectionAddress: WebAddress { SiteURL.protectionCandidate(scheme, part, code ?? "").address }
}
