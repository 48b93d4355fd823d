import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Who judges what.
struct PanelRoutes {
    let desk: AwardsDesk

    func add(to running: RouterGroup<SignedInContext>) {
        running.get(SiteURL.awards(.panels("{scheme}")).route) { request, context in
            let scheme = try await desk.scheme(context)
            return Response.page(try await page(scheme, context, FormFields(), [], done: try request.query()))
        }
        running.post(SiteURL.awards(.panels("{scheme}")).route) { request, context in
            let fields = try await desk.site.form(request, context.web)
            let slug = fields["panel"]?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
            let (chair, categories) = (fields["chair"] ?? "", fields.all("category"))
            return try await change(
                fields, context, "panel \(slug) \(chair) \(categories)", .seated,
                missing: slug.isEmpty ? ("panel", "Enter a name for the panel.") : nil
            ) { scheme, work in
                _ = try await desk.awards.addPanel(
                    AwardPath(scheme: scheme.slug, part: slug), chair: chair, categories: categories, asks: true,
                    by: context.actor, in: work)
            }
        }
        running.post(SiteURL.awards(.panelMembers("{scheme}", "{panel}")).route) { request, context in
            let panel = try context.part("panel")
            let fields = try await desk.site.form(request, context.web)
            let email = fields["judge"] ?? ""
            let part = fields["part"].flatMap(PanelSeat.Part.init(rawValue:)) ?? .judge
            return try await change(fields, context, "seat \(panel) \(email) \(part)", .seated, in: panel) {
                scheme, work in
                _ = try await desk.awards.addJudge(
                    email, to: AwardPath(scheme: scheme.slug, part: panel), part: part, asks: true,
                    by: context.actor, in: work)
            }
        }
        running.post(SiteURL.awards(.panelRemovals("{scheme}", "{panel}")).route) { request, context in
            let panel = try context.part("panel")
            let fields = try await desk.site.form(request, context.web)
            let email = fields["judge"] ?? ""
            return try await change(fields, context, "unseat \(panel) \(email)", .unseated, in: panel) {
                scheme, work in
                try await desk.awards.removeMember(
                    email, from: AwardPath(scheme: scheme.slug, part: panel), by: context.actor, in: work)
            }
        }
        running.post(SiteURL.awards(.panelAnswers("{scheme}", "{panel}")).route) { request, context in
            let panel = try context.part("panel")
            let fields = try await desk.site.form(request, context.web)
            let email = fields["judge"] ?? ""
            return try await change(fields, context, "paper \(panel) \(email)", .answered, in: panel) {
                scheme, work in
                try await desk.awards.acceptOnPaper(
                    email, on: AwardPath(scheme: scheme.slug, part: panel), by: context.actor, in: work)
            }
        }
        running.post(SiteURL.awards(.panelCategories("{scheme}", "{panel}")).route) { request, context in
            let panel = try context.part("panel")
            let fields = try await desk.site.form(request, context.web)
            let (give, take) = (fields["give"], fields["take"])
            return try await change(
                fields, context, "panel \(panel) \(give ?? "") \(take ?? "")", .seated, in: panel,
                missing: give == nil && take == nil ? ("give-\(panel)", "Choose an award.") : nil
            ) { scheme, work in
                let path = AwardPath(scheme: scheme.slug, part: panel)
                if let give { try await desk.awards.giveCategory(give, to: path, by: context.actor, in: work) }
                if let take { try await desk.awards.takeCategory(take, from: path, by: context.actor, in: work) }
            }
        }
    }

    private func page(
        _ scheme: Scheme, _ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError],
        done: FormFields? = nil
    ) async throws -> PageLayout {
        let page = PanelsPage(
            scheme: scheme, categories: try await desk.awards.categories(of: scheme.slug, by: context.actor),
            seats: try await desk.awards.panels(of: scheme.slug, by: context.actor),
            isStaff: context.person.roles.contains(.staff), typed: typed, errors: errors,
            formGuard: desk.site.formGuards(context.web))
        let back = BackLink(text: "Awards", address: SiteURL.awards(.home).address)
        return PageLayout(
            desk.frame("Panels of \(scheme.title)", context, back: back, errors: errors, done: done, wide: true)
        ) { page }
    }

    /// - Parameters:
    ///   - panel: the panel that the form belongs to; nil is the form for a new one.
    ///   - missing: the box that says nothing and what to say of it.
    private func change(
        _ fields: FormFields, _ context: SignedInContext, _ request: String, _ notice: AwardsNotice,
        in panel: String? = nil, missing: (field: String, message: String)? = nil,
        _ body: (Scheme, Work) async throws -> Void
    ) async throws -> Response {
        let scheme = try await desk.scheme(context)
        if let missing {
            let errors = [FieldError(field: missing.field, message: missing.message)]
            return Response.page(try await page(scheme, context, fields, errors), status: .unprocessableContent)
        }
        return try await desk.take(
            fields, "\(scheme.slug) \(request)", context,
            to: { SiteURL.awards(.panels($0)).address.adding("done", notice.rawValue) },
            field: { refusal in
                if let panel { return notice == .unseated || notice == .answered ? "panel-\(panel)" : "judge-\(panel)" }
                return refusal is PeopleRefusal ? "chair" : "panel"
            },
            again: { try await page(scheme, context, fields, $0) },
            { work in
                try await body(scheme, work)
                return scheme.slug
            })
    }
}

/// The panels of a scheme with their members and awards.
struct PanelsPage: Component {
    var scheme: Scheme
    var categories: [AwardCategory]
    var seats: [PanelSeat]
    var isStaff: Bool
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private var panels: [(name: String, seats: [PanelSeat])] {
        var panels: [(name: String, seats: [PanelSeat])] = []
        for seat in seats {
            let name = seat.path.split(separator: "/").last.map(String.init) ?? seat.path
            if panels.last?.name == name {
                panels[panels.count - 1].seats.append(seat)
            } else {
                panels.append((name, [seat]))
            }
        }
        return panels
    }

    private var unjudged: [AwardCategory] {
        let judged = Set(seats.flatMap(\.categories))
        return categories.filter { !judged.contains($0.slug) }
    }

    var body: Markup {
        ErrorSummary(errors)
        H1("Panels of \(scheme.title)")
        SchemeNavigation(scheme: scheme, here: .panels, isStaff: isStaff)
        if panels.isEmpty {
            EmptyState("There is no panel yet") { P("Add one with its chair, below.") }
        } else if !unjudged.isEmpty {
            WarningText("Nobody judges \(unjudged.map(\.title).joined(separator: ", ")) yet.")
        }
        for panel in panels { one(panel.name, panel.seats) }
        if scheme.state != .frozen { adding }
    }

    private func one(_ name: String, _ seats: [PanelSeat]) -> Markup {
        let own = seats.first?.categories ?? []
        return Section(.class("panel"), .id("panel-\(name)"), .tabindex(-1)) {
            H2("Panel “\(name)”", .class("panel__heading"))
            if !seats.contains(where: { $0.part == .chair }) { WarningText("This panel has no chair.") }
            P(
                own.isEmpty
                    ? "It judges nothing yet."
                    : "Judges " + categories.filter { own.contains($0.slug) }.map(\.title).joined(separator: ", ") + "."
            )
            P("\(seats.count(where: \.answer.isYes)) of \(seats.count) have accepted.")
            DataTable(
                id: "members-\(name)", caption: "Members of \(name)", isCaptionHidden: true, rows: seats,
                columns: [
                    TableColumn("Who", .rowHeader) { Span($0.member, .translate(false)) },
                    TableColumn("Part") { SchemeWords.part($0.part) },
                    TableColumn("Answer") { SchemeWords.answer($0.answer) },
                    TableColumn("Change") { seat in
                        if scheme.state != .frozen {
                            if !seat.answer.isYes {
                                PostForm(
                                    to: SiteURL.awards(.panelAnswers(scheme.slug, name)).address, guard: formGuard(),
                                    isInline: true
                                ) {
                                    Input(.hidden, name: "judge", .value(seat.member))
                                    ActionButton("Accepted on paper", .secondary, subject: seat.member)
                                }
                            }
                            PostForm(
                                to: SiteURL.awards(.panelRemovals(scheme.slug, name)).address, guard: formGuard(),
                                isInline: true
                            ) {
                                Input(.hidden, name: "judge", .value(seat.member))
                                ActionButton("Take off", .secondary, subject: seat.member)
                            }
                        }
                    },
                ])
            if isStaff {
                P {
                    A("Young judges", href: SiteURL.awards(.youngJudges(scheme.slug, name)).address)
                    " of this panel come with a card and today’s number, without an email address."
                }
            }
            if scheme.state != .frozen { changing(name, own) }
        }.markup
    }

    @MarkupBuilder private func changing(_ name: String, _ own: [String]) -> Markup {
        let isHere = errors.contains { $0.field == "judge-\(name)" || $0.field == "give-\(name)" }
        Disclosure("Add somebody, or change its awards", isOpen: isHere) {
            PostForm(to: SiteURL.awards(.panelMembers(scheme.slug, name)).address, guard: formGuard()) {
                FieldFrame(
                    name: "judge-\(name)", label: "Email address",
                    hint: "Whoever nominated or is nominated for one of its awards cannot be on it.",
                    error: errors.message(for: "judge-\(name)"),
                    control: Input(
                        .email, name: "judge", .id("judge-\(name)"), .class("input input--full"),
                        .value(isHere ? typed["judge"] : nil), .spellcheck(false),
                        .aria(.describedby, "judge-\(name)-hint")
                    ).markup)
                FieldFrame(
                    name: "part-\(name)", label: "Part",
                    control: Select(name: "part", .id("part-\(name)"), .class("input select")) {
                        for part in [PanelSeat.Part.judge, .deputy, .chair] {
                            Option(
                                SchemeWords.part(part), value: part.rawValue, selected: typed["part"] == part.rawValue)
                        }
                    }.markup)
                ActionButton("Add to the panel", .secondary, subject: name)
            }
            if !unjudged.isEmpty { award("give", "Award that it is to judge", "Give it", name, unjudged) }
            let mine = categories.filter { own.contains($0.slug) }
            if !mine.isEmpty { award("take", "Award that it is not to judge", "Take it away", name, mine) }
        }
    }

    private func award(
        _ field: String, _ label: String, _ button: String, _ panel: String, _ choices: [AwardCategory]
    ) -> Markup {
        PostForm(to: SiteURL.awards(.panelCategories(scheme.slug, panel)).address, guard: formGuard()) {
            FieldFrame(
                name: "\(field)-\(panel)", label: label, error: errors.message(for: "\(field)-\(panel)"),
                control: Select(name: field, .id("\(field)-\(panel)"), .class("input select")) {
                    for category in choices { Option(category.title, value: category.slug) }
                }.markup)
            ActionButton(button, .secondary, subject: panel)
        }.body
    }

    @MarkupBuilder private var adding: Markup {
        H2("Add a panel")
        PostForm(to: SiteURL.awards(.panels(scheme.slug)).address, guard: formGuard()) {
            TextField(
                name: "panel", label: "Name", hint: "Lower-case words joined by hyphens, such as main",
                value: typed["panel"] ?? "", error: errors.message(for: "panel"), width: .half, isProse: false)
            TextField.email(
                name: "chair", label: "Email address of its chair", value: typed["chair"] ?? "",
                error: errors.message(for: "chair"))
            if !unjudged.isEmpty {
                ChoiceGroup(
                    kind: .checkboxes, name: "category", legend: "Awards that it judges",
                    hint: "None chosen: all that nobody judges yet",
                    choices: unjudged.map {
                        Choice(
                            value: $0.slug, label: $0.title, isChosen: typed.all("category").contains($0.slug))
                    })
            }
            ActionButton("Add the panel")
        }
    }
}
