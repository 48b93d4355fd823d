import Domain
import Foundation
import HTML

/// Who sits where, who has no seat, and what is wrong with it.
struct TablesPage: Component {
    /// So many names a list to choose from can hold.
    static let mostChoices = 400

    var ceremony: GuestCeremony
    var seating: Seating
    /// How many could go back to where they sat before seats were found for everybody.
    var restorable: Int
    var typed: FormFields
    /// The form that was refused, whose answers stay.
    var refused: GuestPlace.TableAct?
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private func to(_ act: GuestPlace.TableAct) -> WebAddress {
        SiteURL.guests(.tableAct(ceremony.slug, act)).address
    }

    private func typed(_ name: String, in act: GuestPlace.TableAct) -> String {
        refused == act ? typed[name] ?? "" : ""
    }

    var body: Markup {
        ErrorSummary(errors)
        P(ceremony.title, .class("hint"))
        H1("Tables", .id("tables"))
        P(
            "\(AdminWords.counted(seating.tables.count, "table", "tables", none: "No table")), \(seating.taken) of \(AdminWords.counted(seating.seats, "seat", "seats")) taken. \(AdminWords.counted(seating.waiting, "person has", "people have", none: "Nobody has")) no seat yet.",
            .class("lead"))
        ActionRow {
            if !seating.tables.isEmpty, seating.waiting > 0 || !seating.wishes.isEmpty {
                ActionLink("Seat everybody", to: SiteURL.guests(.proposal(ceremony.slug)).address)
            }
            ActionLink("Seating plan to print", to: SiteURL.guests(.plan(ceremony.slug)).address, .secondary)
            ActionLink("Place cards to print", to: SiteURL.guests(.cards(ceremony.slug)).address, .secondary)
        }
        if restorable > 0 {
            PostForm(to: SiteURL.guests(.restoration(ceremony.slug)).address, guard: formGuard(), isInline: true) {
                ActionButton(
                    "Take back the seats that were found for \(AdminWords.counted(restorable, "guest", "guests"))",
                    .secondary)
            }
        }
        problems
        if !seating.unseated.isEmpty, !seating.tables.isEmpty { seat }
        tables
        newTable
        wishes
    }

    @MarkupBuilder private var problems: Markup {
        if !seating.problems.isEmpty {
            H2("To look at")
            Ul { for problem in seating.problems { Li(problem) } }
        }
    }

    private var seat: Markup {
        Markup {
            H2("Seat somebody")
            PostForm(to: to(.seat), guard: formGuard()) {
                SelectField(
                    name: "guest", label: "Guest", error: errors.message(for: "guest"),
                    choices: choices(seating.unseated, typed("guest", in: .seat)))
                SelectField(
                    name: "table", label: "Table",
                    choices: seating.tables.filter { $0.left > 0 }.map {
                        Choice(
                            value: $0.name,
                            label: "\($0.name), \(AdminWords.counted($0.left, "seat", "seats")) left",
                            isChosen: $0.name == typed("table", in: .seat))
                    })
                ActionButton("Seat them")
            }
        }
    }

    private func choices(_ guests: [Guest], _ chosen: String) -> [Choice] {
        guests.prefix(Self.mostChoices).map {
            let id = $0.id.uuidString.lowercased()
            return Choice(
                value: id, label: $0.expected == 1 ? $0.name : "\($0.name), \($0.expected) people",
                isChosen: id == chosen)
        }
    }

    @MarkupBuilder private var tables: Markup {
        if seating.tables.isEmpty {
            EmptyState("No table is set yet") { P("Add the tables first, then seat the guests.") }
        }
        for (number, table) in seating.tables.enumerated() {
            H2 { "\(table.name): \(table.taken) of \(table.seats)" }
            if table.guests.isEmpty {
                P("Nobody sits here yet.")
            } else {
                DataTable(
                    id: "table-\(number)", caption: "At \(table.name)", isCaptionHidden: true, rows: table.guests,
                    columns: [
                        TableColumn("Guest", .rowHeader) { Bdi($0.name) },
                        TableColumn("Seats", .number) { String($0.expected) },
                        TableColumn("Change") { guest in
                            PostForm(to: to(.seat), guard: formGuard(), isInline: true) {
                                Input(.hidden, name: "guest", .value(guest.id.uuidString.lowercased()))
                                ActionButton("Take from the table", .secondary, subject: guest.name)
                            }
                        },
                    ])
            }
            Disclosure("Change \(table.name)") {
                PostForm(to: to(.change), guard: formGuard()) {
                    Input(.hidden, name: "table", .value(table.name))
                    FieldFrame(
                        name: "seats-\(number)", label: "Seats",
                        control: Input(
                            .text, name: "seats", .id("seats-\(number)"), .class("input input--four"),
                            .value(String(table.seats)), .inputmode(.numeric)
                        ).markup)
                    ActionButton("Save", .secondary, subject: table.name)
                }
                PostForm(to: to(.remove), guard: formGuard(), isInline: true) {
                    Input(.hidden, name: "table", .value(table.name))
                    ActionButton("Take the table away", .warning, subject: table.name)
                }
            }
        }
    }

    private var newTable: Markup {
        Disclosure("Add a table", isOpen: seating.tables.isEmpty || refused == .add) {
            PostForm(to: to(.add), guard: formGuard()) {
                TextField(
                    name: "name", label: "Name", hint: "What stands on it: a number, or a name such as Oak.",
                    value: typed("name", in: .add), error: errors.message(for: "name"), width: .twenty, isProse: false)
                TextField(
                    name: "seats", label: "Seats", value: refused == .add ? typed("seats", in: .add) : "8",
                    error: errors.message(for: "seats"), width: .four, inputmode: .numeric, isProse: false)
                ActionButton("Add the table", .secondary)
            }
        }.markup
    }

    @MarkupBuilder private var wishes: Markup {
        let all = seating.tables.flatMap(\.guests) + seating.unseated
        if !seating.wishes.isEmpty {
            H2("Apart and together")
            DataTable(
                id: "wishes", caption: "Who sits apart or together", isCaptionHidden: true, rows: seating.wishes,
                columns: [
                    TableColumn("Who", .rowHeader) { wish in
                        Bdi(wish.one.name)
                        " and "
                        Bdi(wish.other.name)
                    },
                    TableColumn("How") { $0.isApart ? "Apart" : "Together" },
                    TableColumn("Now") { wish in
                        wish.problem == nil ? StateTag(.good, "As wished") : StateTag(.waiting, "Not so yet")
                    },
                    TableColumn("Change") { wish in
                        PostForm(to: to(.wish), guard: formGuard(), isInline: true) {
                            Input(.hidden, name: "one", .value(wish.one.id.uuidString.lowercased()))
                            Input(.hidden, name: "other", .value(wish.other.id.uuidString.lowercased()))
                            Input(.hidden, name: "wish", .value("none"))
                            ActionButton("Forget it", .secondary, subject: "\(wish.one.name) and \(wish.other.name)")
                        }
                    },
                ])
        }
        if all.count > 1 {
            Disclosure("Who is to sit apart or together", isOpen: refused == .wish) {
                PostForm(to: to(.wish), guard: formGuard()) {
                    SelectField(
                        name: "one", label: "One guest", error: errors.message(for: "one"),
                        choices: choices(sorted(all), typed("one", in: .wish)))
                    SelectField(
                        name: "other", label: "Another", choices: choices(sorted(all), typed("other", in: .wish)))
                    ChoiceGroup(
                        kind: .radios, name: "wish", legend: "They sit", error: errors.message(for: "wish"),
                        choices: [
                            Choice(
                                value: "together", label: "Together", isChosen: typed("wish", in: .wish) == "together"),
                            Choice(value: "apart", label: "Apart", isChosen: typed("wish", in: .wish) == "apart"),
                        ])
                    ActionButton("Write it down", .secondary)
                }
            }
        }
    }

    private func sorted(_ guests: [Guest]) -> [Guest] {
        guests.sorted { ($0.name.lowercased(), $0.id.uuidString) < ($1.name.lowercased(), $1.id.uuidString) }
    }
}

/// The plan to print: by table, then by name.
struct SeatingPlanPage: Component {
    var ceremony: GuestCeremony
    var seating: Seating

    var body: Markup {
        H1("Seating plan: \(ceremony.title)")
        P("\(GuestWords.when(ceremony)), \(ceremony.place).", .class("lead"))
        if named.isEmpty { P("Nobody has a seat yet.") } else { plan }
    }

    @MarkupBuilder private var plan: Markup {
        P("To have it on paper, print this page.", .class("hint"))
        H2("By table")
        for table in seating.tables where !table.guests.isEmpty {
            Section {
                H3(table.name)
                Ol { for chair in table.chairs { Li { Bdi(chair) } } }
            }
        }
        H2("By name")
        DataTable(
            id: "names", caption: "Everybody by name", isCaptionHidden: true, rows: named,
            columns: [
                TableColumn("Guest", .rowHeader) { Bdi($0.name) },
                TableColumn("People", .number) { String($0.expected) },
                TableColumn("Table") { $0.table ?? "" },
            ])
    }

    private var named: [Guest] {
        seating.tables.flatMap(\.guests).sorted { $0.name.lowercased() < $1.name.lowercased() }
    }
}

/// One card for each chair, to print on A4, cut and fold.
struct PlaceCardsPage: Component {
    var ceremony: GuestCeremony
    var seating: Seating

    var body: Markup {
        H1("Place cards: \(ceremony.title)")
        if seating.tables.allSatisfy(\.guests.isEmpty) { P("Nobody has a seat yet.") } else { cards }
    }

    @MarkupBuilder private var cards: Markup {
        P("To have them on paper, print this page, cut along the lines and fold.", .class("hint"))
        Ul(.class("place-cards")) {
            for table in seating.tables {
                for chair in table.chairs {
                    Li {
                        // A long name is set smaller, so that the card holds it.
                        Strong(.class(chair.count > 40 ? "place-cards__long" : nil)) { Bdi(chair) }
                        Span(table.name)
                    }
                }
            }
        }
    }
}
