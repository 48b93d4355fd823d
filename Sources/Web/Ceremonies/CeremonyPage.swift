import Domain
import Foundation
import HTML
import Services

/// One ceremony for those who run it: its running order, who does what, and what comes next.
struct CeremonyPage: Component {
    var ceremony: Ceremony
    var order: RunningOrder
    var crew: [CrewMember]
    /// What those whom it names still lack; for who may know whom it names.
    var gaps: [CeremonyGap]
    var prints: [CeremonyPrint]
    /// What the programme says at its end.
    var thanks: String?
    var schemes: [Scheme]
    var rooms: [Room]
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private var slug: String { ceremony.slug }

    var body: Markup {
        ErrorSummary(errors)
        H1(ceremony.title)
        P(.class("lead")) {
            CeremonyListPage.tag(ceremony)
            " \(AdminWords.moment(ceremony.startsAt)), \(ceremony.room)"
        }
        next
        CeremonyGapList(gaps: isOver ? [] : gaps)
        OutdatedPrints(slug: slug, prints: prints, formGuard: formGuard)
        H2("Running order")
        ending
        table
        if !isOver {
            Disclosure("Add something between two awards", isOpen: hasError("interlude", "interlude-minutes")) {
                interlude
            }
        }
        H2("Crew")
        crewList
        H2("Guests")
        Ul {
            Li { A("Guests, invitations and what they need", href: SiteURL.guests(.list(slug)).address) }
            Li { A("Tables and place cards", href: SiteURL.guests(.tables(slug)).address) }
            Li { A("The list at the door", href: SiteURL.guests(.checkIn(slug)).address) }
        }
        H2("Screens and papers")
        screens
        AllPrints(prints: prints)
        Disclosure("Change title, room or times", isOpen: hasError("title", "room", "starts", "doors", "finish")) {
            PostForm(to: SiteURL.ceremonies(.ceremony(slug)).address, guard: formGuard()) {
                CeremonyFields(typed: fields, errors: errors, rooms: rooms)
                ActionButton("Save", .secondary, subject: "the ceremony")
            }
        }
    }

    private func hasError(_ names: String...) -> Bool { errors.contains { names.contains($0.field) } }

    /// What was typed, or how it is.
    private var fields: FormFields {
        guard !hasError("title", "room", "starts", "doors", "finish") else { return typed }
        func text(_ moment: Date?) -> String? {
            moment.map { "\(London.local($0).day.long) \(London.local($0).time.iso)" }
        }
        return FormFields([
            ("title", ceremony.title), ("room", ceremony.room), ("starts", text(ceremony.startsAt) ?? ""),
            ("doors", text(ceremony.doorsAt) ?? ""), ("finish", text(ceremony.finishAt) ?? ""),
        ])
    }

    // MARK: What comes next

    /// It was held: nothing of its order changes any more.
    private var isOver: Bool { ceremony.cue.state == .done && !ceremony.cue.isRehearsal }
    private var unfrozen: [Scheme] { schemes.filter { $0.state != .frozen } }
    private var unnamed: [CrewPart] {
        [.presenter, .stageManager].filter { part in !crew.contains { $0.part == part } }
    }

    @MarkupBuilder private var next: Markup {
        if !unnamed.isEmpty, !isOver {
            P(
                "Name the \(SchemeWords.list(unnamed.map { $0.title.lowercased() })) below: a winner shows only when both have confirmed.",
                .class("hint"))
        }
        if ceremony.version == nil, !unfrozen.isEmpty {
            P {
                "It is compiled once the results are frozen. Not frozen yet: "
                for (index, scheme) in unfrozen.enumerated() {
                    if index > 0 { ", " }
                    A(scheme.title, href: SiteURL.awards(.results(scheme.slug)).address)
                }
                ". Until then the order below is as planned."
            }
        }
        ActionRow {
            if unfrozen.isEmpty, !isOver {
                PostForm(to: SiteURL.ceremonies(.compilation(slug)).address, guard: formGuard(), isInline: true) {
                    ActionButton(
                        ceremony.version == nil ? "Compile from the frozen results" : "Compile again",
                        ceremony.version == nil ? .primary : .secondary)
                }
            }
            if ceremony.cue.isRehearsal {
                PostForm(to: SiteURL.ceremonies(.rehearsal(slug)).address, guard: formGuard(), isInline: true) {
                    ActionButton("End the rehearsal", .warning, sends: ("do", "end"))
                }
            } else if ceremony.cue.state == .waiting {
                PostForm(to: SiteURL.ceremonies(.rehearsal(slug)).address, guard: formGuard(), isInline: true) {
                    ActionButton("Rehearse", .secondary, sends: ("do", "begin"))
                }
            }
        }
    }

    // MARK: The order

    @MarkupBuilder private var ending: Markup {
        if let finish = ceremony.finishAt {
            let cuts = order.cuts(toFinishBy: finish)
            if cuts.isEmpty {
                P("It ends about \(CeremonyWords.time(order.endsAt)), in time for \(CeremonyWords.time(finish)).")
            } else {
                WarningText(
                    "It ends about \(CeremonyWords.time(order.endsAt)) and should be over at \(CeremonyWords.time(finish)). What could be cut: "
                        + SchemeWords.list(
                            cuts.map {
                                $0.isLeftOut
                                    ? "leave out \($0.title) (\(CeremonyWords.minutes($0.minutes)))"
                                    : "\($0.title) as compiled (\(CeremonyWords.minutes($0.minutes)) less)"
                            }) + ".")
            }
        } else {
            P("It ends about \(CeremonyWords.time(order.endsAt)).")
        }
    }

    private var table: Markup {
        DataTable(
            id: "order", caption: "Running order", isCaptionHidden: true, rows: order.items,
            columns: [
                TableColumn("No.") { $0.kind == .category ? $0.order.map(String.init) ?? "" : "" },
                TableColumn("At") { CeremonyWords.time($0.startsAt) },
                TableColumn("What", .rowHeader) { item in
                    if let number = item.order {
                        A(item.title, href: SiteURL.ceremonies(.item(slug, "\(number)")).address)
                    } else {
                        item.title
                    }
                    if item.isGiven { " "; StateTag(.good, "Given") }
                },
                TableColumn("Minutes", .number) { String($0.minutes) },
                TableColumn("Presenter") { $0.presenter ?? "–" },
                TableColumn("By hand") { edited($0) },
                TableColumn("Change") { change($0) },
            ]
        ).body
    }

    private func edited(_ item: RunningOrder.Item) -> String {
        guard let edit = item.edit else { return "–" }
        var parts: [String] = []
        if edit.script != nil { parts.append("script") }
        if edit.minutes != nil { parts.append("\(item.minutes) minutes for \(item.compiledMinutes)") }
        if edit.presenter != nil { parts.append("presenter") }
        if edit.place != nil { parts.append("place") }
        return parts.isEmpty ? "–" : SchemeWords.list(parts)
    }

    @MarkupBuilder private func change(_ item: RunningOrder.Item) -> Markup {
        if isOver {
            "–"
        } else if let interlude = item.interlude {
            PostForm(
                to: SiteURL.ceremonies(.interludeRemoval(slug, "\(interlude)")).address, guard: formGuard(),
                isInline: true
            ) { ActionButton("Take out", .secondary, subject: item.title) }
        } else if item.kind == .category, let number = item.order {
            if number > 1 {
                move("Up", number, to: number - 1, item.title)
                " "
            }
            if number < order.awards.count { move("Down", number, to: number + 1, item.title) }
        }
    }

    private func move(_ text: String, _ number: Int, to place: Int, _ title: String) -> Markup {
        PostForm(to: SiteURL.ceremonies(.moves(slug)).address, guard: formGuard(), isInline: true) {
            Input(.hidden, name: "item", .value("\(number)"))
            Input(.hidden, name: "to", .value("\(place)"))
            ActionButton(text, .secondary, subject: title)
        }.body
    }

    private var interlude: Markup {
        PostForm(to: SiteURL.ceremonies(.interludes(slug)).address, guard: formGuard()) {
            TextField(
                name: "interlude", label: "What it is", hint: "Such as a song, a speech or the buffet",
                value: typed["interlude"] ?? "", error: errors.message(for: "interlude"))
            SelectField(
                name: "after", label: "After",
                choices: order.items.filter { $0.kind == .welcome || $0.kind == .category }.map {
                    Choice(
                        value: "\($0.order ?? 0)", label: $0.title, isChosen: typed["after"] == "\($0.order ?? 0)")
                })
            TextField(
                name: "interlude-minutes", label: "Minutes", value: typed["interlude-minutes"] ?? "",
                error: errors.message(for: "interlude-minutes"), width: .four, inputmode: .numeric, isProse: false)
            ActionButton("Add it", .secondary)
        }.body
    }

    // MARK: Crew and papers

    @MarkupBuilder private var crewList: Markup {
        if crew.isEmpty {
            P("Nobody is named yet.")
        } else {
            DataTable(
                id: "crew", caption: "Crew", isCaptionHidden: true, rows: crew,
                columns: [
                    TableColumn("Part", .rowHeader) { $0.part.title },
                    TableColumn("Who") { Bdi($0.name) },
                    TableColumn("Change") { member in
                        PostForm(to: SiteURL.ceremonies(.crew(slug)).address, guard: formGuard(), isInline: true) {
                            Input(.hidden, name: "part", .value(member.part.rawValue))
                            Input(.hidden, name: "person", .value(member.email))
                            ActionButton("Take off", .secondary, subject: member.name, sends: ("do", "dismiss"))
                        }
                    },
                ])
        }
        Disclosure("Name somebody", isOpen: hasError("person")) {
            PostForm(to: SiteURL.ceremonies(.crew(slug)).address, guard: formGuard()) {
                TextField.email(
                    name: "person", label: "Email address", value: typed["person"] ?? "",
                    error: errors.message(for: "person"))
                SelectField(
                    name: "part", label: "Part",
                    hint: "Presenter and stage manager are one each, and two people",
                    choices: CrewPart.allCases.map {
                        Choice(value: $0.rawValue, label: $0.title, isChosen: typed["part"] == $0.rawValue)
                    })
                ActionButton("Name them", .secondary)
            }
        }
    }

    @MarkupBuilder private var screens: Markup {
        Ul {
            Li {
                A("The screen in the room", href: SiteURL.ceremonies(.audience(slug)).address);
                ", for a projector: press F11 there"
            }
            Li { A("The stage manager’s view", href: SiteURL.ceremonies(.stage(slug)).address) }
            Li { A("The presenter’s autocue", href: SiteURL.ceremonies(.presenter(slug)).address) }
            Li {
                A("The programme for the guests", href: SiteURL.ceremonies(.programme(slug)).address)
                ", to print, without winners"
            }
            Li {
                A("The script on paper", href: SiteURL.ceremonies(.script(slug)).address); ", without winners"
            }
        }
        Disclosure("Thanks in the programme", isOpen: hasError("thanks")) {
            PostForm(to: SiteURL.ceremonies(.programme(slug)).address, guard: formGuard()) {
                TextAreaField(
                    name: "thanks", label: "Thanks on the last page (optional)",
                    hint: "Such as sponsors, helpers and musicians. Write no young person’s name.",
                    value: hasError("thanks") ? typed["thanks"] ?? "" : thanks ?? "",
                    error: errors.message(for: "thanks"), rows: 4, limit: 2000)
                ActionButton("Save the thanks", .secondary)
            }
        }
        if ceremony.version != nil {
            Disclosure("Papers that hold winners") {
                P("Opening one is recorded with your name. Print them, and keep them sealed until the night.")
                PostForm(to: SiteURL.ceremonies(.papers(slug)).address, guard: formGuard()) {
                    ChoiceGroup(
                        kind: .radios, name: "paper", legend: "Which",
                        choices: CeremonyPaper.sealed.map {
                            Choice(
                                value: $0.rawValue, label: $0.title, hint: $0.hint,
                                isChosen: $0 == .envelopes)
                        })
                    ActionButton("Open it", .secondary)
                }
            }
        }
    }
}
