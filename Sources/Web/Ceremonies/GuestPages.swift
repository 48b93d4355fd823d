import Domain
import Foundation
import HTML
import Services

/// Who is invited to a ceremony, how the replies stand, and what is needed.
struct GuestListPage: Component {
    struct Model {
        var ceremony: GuestCeremony
        var search = ""
        var standing: Guest.Standing?
        var page = 1
        var guests: [Guest] = []
        var total = 0
        var counts: GuestCounts?
        var readsNeeds = false
        var needs: NeedCounts?
        var errors: [FieldError] = []
        var reason = ""
        var formGuard: () -> FormGuard = { FormGuard(token: "", key: nil) }

        init(ceremony: GuestCeremony, errors: [FieldError], reason: String) {
            self.ceremony = ceremony
            self.errors = errors
            self.reason = reason
        }
    }

    var model: Model

    private var slug: String { model.ceremony.slug }

    var body: Markup {
        ErrorSummary(model.errors)
        P(model.ceremony.title, .class("hint"))
        H1("Guests")
        P("\(GuestWords.when(model.ceremony)), \(model.ceremony.place).", .class("lead"))
        ActionRow {
            ActionLink("Add a guest", to: SiteURL.guests(.new(slug)).address)
            ActionLink(
                "Import a list", to: SiteURL.staffImports.address.adding("kind", ImportKind.guests.name), .secondary)
            ActionLink("Tables", to: SiteURL.guests(.tables(slug)).address, .secondary)
            ActionLink("Check-in at the door", to: SiteURL.guests(.checkIn(slug)).address, .secondary)
        }
        if let counts = model.counts, counts.guests > 0 {
            standing(counts)
            question
            Div(.id("guests-found")) { found }
            needs
            out
        } else {
            EmptyState("Nobody is on the list yet") {
                P("Add guests one by one, or bring a spreadsheet with the columns name, email, party, diet and access.")
            }
        }
    }

    @MarkupBuilder private func standing(_ counts: GuestCounts) -> Markup {
        H2("How the replies stand")
        SummaryList(rows: [
            SummaryList.Row(
                "Invited",
                "\(GuestWords.people(counts.people)) in \(AdminWords.counted(counts.guests, "party", "parties"))"),
            SummaryList.Row("Coming", GuestWords.people(counts.coming)),
            SummaryList.Row("Not coming", GuestWords.people(counts.declined)),
            SummaryList.Row("No answer yet", GuestWords.people(counts.waiting)),
            SummaryList.Row("Not invited yet", GuestWords.people(counts.notInvited)),
        ])
        if counts.toInvite > 0, !model.ceremony.hasBegun {
            PostForm(to: SiteURL.guests(.invitations(slug)).address, guard: model.formGuard()) {
                P(
                    "Each gets a mail with an address of their own, where they say whether they come and what they need. Four days before, those who come and those who have not answered are reminded."
                )
                ActionButton("Send \(AdminWords.counted(counts.toInvite, "invitation", "invitations"))")
            }
        }
    }

    private var question: Markup {
        FilterForm(
            address: SiteURL.guests(.list(slug)).address, results: "guests-found",
            lists: [
                (
                    "state", "Answer",
                    [Choice(value: "", label: "Any")]
                        + Guest.Standing.allCases.map {
                            Choice(
                                value: $0.rawValue, label: GuestWords.standing($0), isChosen: $0 == model.standing)
                        }
                )
            ], texts: [("search", "Name or email", model.search)],
            clear: model.search.isEmpty && model.standing == nil ? nil : SiteURL.guests(.list(slug)).address,
            button: "Find"
        ).markup
    }

    private var address: WebAddress {
        SiteURL.guests(.list(slug)).address.adding("search", model.search.isEmpty ? nil : model.search)
            .adding("state", model.standing?.rawValue)
    }

    @MarkupBuilder private var found: Markup {
        if model.guests.isEmpty {
            EmptyState("Nobody found") { P("Look for a part of a name or an email address.") }
        } else {
            P("\(AdminWords.counted(model.total, "party", "parties")) found.")
            DataTable(
                id: "guests", caption: "Guests by name", isCaptionHidden: true, rows: model.guests, columns: columns)
            Pagination(
                page: model.page, pages: (model.total + GuestService.pageSize - 1) / GuestService.pageSize,
                address: address)
        }
    }

    private var columns: [TableColumn<Guest>] {
        var columns = [
            TableColumn<Guest>("Name", .rowHeader) { guest in
                A(href: SiteURL.guests(.guest(slug, guest.id.uuidString.lowercased())).address) { Bdi(guest.name) }
            },
            TableColumn("Email") { guest in
                if let email = guest.email { Span(email, .translate(false)) } else { "None" }
            },
            TableColumn("Party", .number) { String($0.party) },
            TableColumn("Answer") { GuestWords.tag($0) },
        ]
        if model.readsNeeds {
            columns.append(
                TableColumn("Needs") { guest in
                    Bdi(
                        [guest.needs.dietWords, guest.needs.accessWords].filter { !$0.isEmpty }.joined(separator: "; "))
                })
        }
        return columns
    }

    @MarkupBuilder private var needs: Markup {
        if let needs = model.needs {
            H2("For the caterer and the door")
            if needs.isEmpty {
                P("Nobody has told us that they need anything.")
            } else {
                P(
                    "Of those who come and those who have not answered. It is deleted a week after the ceremony.",
                    .class("hint"))
                DataTable(
                    id: "needs", caption: "How many need what", rows: needs.people,
                    columns: [
                        TableColumn("What", .rowHeader) { $0.need.title },
                        TableColumn("People", .number) { String($0.count) },
                    ])
                told("diet", "Food, in their own words", needs.diet)
                told("access", "Access, in their own words", needs.access)
            }
        }
    }

    @MarkupBuilder private func told(_ id: String, _ caption: String, _ rows: [NeedCounts.Told]) -> Markup {
        if !rows.isEmpty {
            DataTable(
                id: id, caption: caption, rows: rows,
                columns: [
                    TableColumn("Guest", .rowHeader) { Bdi($0.guest) }, TableColumn("Words") { Bdi($0.words) },
                ])
        }
    }

    private var out: Markup {
        Disclosure("Take the list out as a file", isOpen: !model.errors.isEmpty) {
            PostForm(to: SiteURL.guests(.file(slug)).address, guard: model.formGuard()) {
                TextField(
                    name: "reason", label: "What do you need it for?",
                    hint: "Kept in the record together with your name.", value: model.reason,
                    error: model.errors.message(for: "reason"), width: .half)
                ActionButton("Download CSV", .secondary)
            }
        }.markup
    }
}

/// Asks who is invited.
struct NewGuestPage: Component {
    var ceremony: GuestCeremony
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        P(ceremony.title, .class("hint"))
        H1("Add a guest")
        PostForm(to: SiteURL.guests(.list(ceremony.slug)).address, guard: formGuard) {
            TextField(
                name: "name", label: "Name", hint: "Never a young person’s: add those by their nomination, below.",
                value: typed["name"] ?? "", error: errors.message(for: "name"), isProse: false)
            TextField.email(
                label: "Email address (optional)",
                hint: "Their invitation goes there. Somebody who is known here already is found by it.",
                value: typed["email"] ?? "", error: errors.message(for: "email"))
            TextField(
                name: "party", label: "How many are invited, with them", value: typed["party"] ?? "1",
                error: errors.message(for: "party"), width: .two, inputmode: .numeric, isProse: false)
            Disclosure("A young person who was nominated", isOpen: errors.message(for: "candidate") != nil) {
                TextField(
                    name: "candidate", label: "Their nomination",
                    hint:
                        "As it stands on the awards pages, like awards-2018/horizon/7Q4K. Leave the name above empty.",
                    value: typed["candidate"] ?? "", error: errors.message(for: "candidate"), width: .half,
                    isProse: false)
            }
            ActionButton("Add to the list")
        }
    }
}

/// One guest: what is known, what they answered, and what can be done.
struct GuestPage: Component {
    var ceremony: GuestCeremony
    var guest: Guest
    var readsNeeds: Bool
    var typed: FormFields?
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private func to(_ place: (String, String) -> GuestPlace) -> WebAddress {
        SiteURL.guests(place(ceremony.slug, guest.id.uuidString.lowercased())).address
    }

    var body: Markup {
        ErrorSummary(errors)
        P(ceremony.title, .class("hint"))
        H1 { Bdi(guest.name) }
        SummaryList(rows: facts)
        if !ceremony.hasBegun {
            answer
            if guest.email != nil {
                PostForm(to: to(GuestPlace.again), guard: formGuard(), isInline: true) {
                    ActionButton(
                        guest.invitedAt == nil ? "Send the invitation" : "Send the invitation again", .secondary)
                }
            }
        }
        change
        PostForm(to: to(GuestPlace.removal), guard: formGuard(), isInline: true) {
            ActionButton("Take off the list", .warning, subject: guest.name)
        }
    }

    private var facts: [SummaryList.Row] {
        [
            SummaryList.Row("Email", guest.email ?? "None"),
            SummaryList.Row("Party", GuestWords.people(guest.party)),
            SummaryList.Row("Invitation", guest.invitedAt.map { "Sent \(AdminWords.moment($0))" } ?? "Not sent yet"),
            SummaryList.Row("Answer") {
                GuestWords.tag(guest)
                if let at = guest.repliedAt { " " + AdminWords.moment(at) }
            },
            SummaryList.Row("Table", guest.table ?? "None yet"),
        ]
    }

    private var answer: Markup {
        Disclosure("An answer by telephone or in person", isOpen: errors.message(for: "coming") != nil) {
            PostForm(to: to(GuestPlace.answer), guard: formGuard()) {
                TextField(
                    name: "coming", label: "How many come", hint: "0 if nobody does.",
                    value: typed?["coming"] ?? guest.coming.map(String.init) ?? "",
                    error: errors.message(for: "coming"), width: .two, inputmode: .numeric, isProse: false)
                ActionButton("Write it down", .secondary)
            }
        }.markup
    }

    private var change: Markup {
        let isOpen = !errors.isEmpty && errors.message(for: "coming") == nil
        return Disclosure("Change this guest", isOpen: isOpen) {
            PostForm(to: to(GuestPlace.guest), guard: formGuard()) {
                switch guest.kind {
                case .named:
                    TextField(
                        name: "name", label: "Name", value: typed?["name"] ?? guest.name,
                        error: errors.message(for: "name"), isProse: false)
                    TextField.email(
                        label: "Email address (optional)", value: typed?["email"] ?? guest.email ?? "",
                        error: errors.message(for: "email"))
                case .person: P("Their name and address are kept with the people of the centre.", .class("hint"))
                case .young: P("They are called as they chose for the night, or by their pseudonym.", .class("hint"))
                }
                TextField(
                    name: "party", label: "How many are invited, with them",
                    value: typed?["party"] ?? String(guest.party),
                    error: errors.message(for: "party"), width: .two, inputmode: .numeric, isProse: false)
                if readsNeeds {
                    GuestNeedsFields(
                        needs: guest.needs, party: max(guest.party, 2), typed: typed?["party"] == nil ? nil : typed,
                        errors: errors)
                }
                ActionButton("Save")
            }
        }.markup
    }
}
