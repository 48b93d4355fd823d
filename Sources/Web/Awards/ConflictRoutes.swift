import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Conflicts of interest, for staff who screen and for the panel's chair.
struct ConflictRoutes {
    let desk: AwardsDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.awards(.conflicts("{scheme}")).route) { request, context in
            let scheme = try await desk.scheme(context)
            return Response.page(try await page(scheme, context, FormFields(), [], done: try request.query()))
        }
        signedIn.post(SiteURL.awards(.conflicts("{scheme}")).route) { request, context in
            try await decide(request, context, .imposed)
        }
        signedIn.post(SiteURL.awards(.conflictDismissals("{scheme}")).route) { request, context in
            try await decide(request, context, .dismissed)
        }
    }

    private func page(
        _ scheme: Scheme, _ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError],
        done: FormFields? = nil
    ) async throws -> PageLayout {
        let seats = try await desk.awards.seats(of: context.actor).filter { $0.scheme == scheme.slug }
        let decides = context.person.schedules || seats.contains { $0.part == .chair }
        let page = ConflictsPage(
            scheme: scheme, conflicts: try await desk.awards.conflicts(of: scheme.slug, by: context.actor),
            runs: context.person.schedules, isStaff: context.person.roles.contains(.staff), decides: decides,
            typed: typed,
            errors: errors, formGuard: desk.site.formGuards(context.web))
        let back = BackLink(text: "Awards", address: SiteURL.awards(.home).address)
        return PageLayout(
            desk.frame(
                "Conflicts in \(scheme.title)", context, back: back, errors: errors, done: done, wide: true)
        ) { page }
    }

    private func decide(
        _ request: Request, _ context: SignedInContext, _ notice: AwardsNotice
    ) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let fields = try await desk.site.form(request, context.web)
        let (typed, judge, reason) = (fields["candidate"] ?? "", fields["judge"] ?? "", fields["reason"] ?? "")
        // Whoever may not see conflicts is told so before anything else.
        _ = try await desk.awards.conflicts(of: scheme.slug, by: context.actor)
        let whole = typed.split(separator: "/").count == 2 ? "\(scheme.slug)/\(typed)" : typed
        guard let path = try? AwardPath(candidate: whole.trimmingCharacters(in: .whitespaces)),
            path.scheme == scheme.slug
        else {
            let errors = [
                FieldError(field: "candidate", message: "Enter the candidate as it is listed, such as award/7Q4K.")
            ]
            return Response.page(try await page(scheme, context, fields, errors), status: .unprocessableContent)
        }
        do {
            return try await desk.take(
                fields, "\(notice.rawValue) \(path.text) \(judge) \(reason)", context,
                to: { SiteURL.awards(.conflicts($0)).address.adding("done", notice.rawValue) },
                field: { refusal in
                    if refusal is PeopleRefusal { return "judge" }
                    return refusal is TextProblem || refusal as? AwardsRefusal == .reasonMissing
                        ? "reason" : "candidate"
                },
                again: { try await page(scheme, context, fields, $0) },
                { work in
                    if notice == .imposed {
                        try await desk.awards.imposeConflict(
                            path, judge: judge, reason: reason, by: context.actor, in: work)
                    } else {
                        try await desk.awards.dismissConflict(
                            path, judge: judge, reason: reason, by: context.actor, in: work)
                    }
                    return scheme.slug
                })
        } catch AwardsRefusal.notAssigned where notice == .imposed {
            let message = "There is no such candidate with that judge on its panel. Nothing was changed."
            return Response.page(
                try await page(scheme, context, fields, [FieldError(field: "candidate", message: message)]),
                status: .unprocessableContent)
        }
    }
}

/// What stands between judges and candidates, what waits for a decision first.
struct ConflictsPage: Component {
    var scheme: Scheme
    var conflicts: [Conflict]
    var runs: Bool
    var isStaff: Bool
    /// Whether the reader may dismiss and record them; others of the panel read what concerns them.
    var decides: Bool
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        let found = conflicts.filter { $0.state == .declared }.map { [$0.candidate, $0.judge] }
        // What was suggested of a pair that has a conflict is settled by that.
        let open = conflicts.filter { $0.state == .suggested && !found.contains([$0.candidate, $0.judge]) }
        let others = conflicts.filter { $0.state != .suggested }
        ErrorSummary(errors)
        H1("Conflicts in \(scheme.title)")
        if runs { SchemeNavigation(scheme: scheme, here: .conflicts, isStaff: isStaff) }
        P(
            "A candidate with whom a judge has a binding conflict does not exist for that judge: not in lists, counts or figures. Advice binds nobody until it is made a conflict."
        )
        H2(open.isEmpty ? "Nothing to look at" : "To look at")
        if !open.isEmpty { table("open", "Likely conflicts", open) }
        if scheme.state == .published, decides {
            keeping(open)
            dismissing(open + others.filter { $0.state == .declared })
            imposing
        }
        if !others.isEmpty {
            H2("Decided")
            table("decided", "Conflicts that are decided", others)
        }
    }

    private func table(_ id: String, _ caption: String, _ rows: [Conflict]) -> Markup {
        DataTable(
            id: id, caption: caption, isCaptionHidden: true, rows: rows,
            columns: [
                TableColumn("Candidate", .rowHeader) { conflict in
                    if let nominee = conflict.nominee { Bdi(nominee) }
                    Span(
                        Self.short(conflict.candidate), .class(conflict.nominee == nil ? nil : "grid__note"),
                        .translate(false))
                },
                TableColumn("Judge") { Span($0.judge, .translate(false)) },
                TableColumn("What") { SchemeWords.conflict($0.kind) },
                TableColumn("Binds") { conflict in
                    switch conflict.state {
                    case .dismissed: StateTag(.neutral, "Dismissed")
                    case .suggested, .declared:
                        conflict.isBinding ? StateTag(.stopped, "Binding") : StateTag(.information, "Advice")
                    }
                },
                TableColumn("Why") { conflict in
                    conflict.reason
                    if let dismissal = conflict.dismissal { Span("Dismissed: \(dismissal)", .class("grid__note")) }
                },
            ]
        ).body
    }

    /// One press for each pair of which somebody says that it is a conflict, as it was suggested.
    @MarkupBuilder private func keeping(_ rows: [Conflict]) -> Markup {
        let firsts = rows.filter { Self.isFirst($0, in: rows) }
        if !firsts.isEmpty {
            Disclosure("Keep one") {
                P("Then the judge never sees the candidate.")
                for row in firsts {
                    PostForm(to: SiteURL.awards(.conflicts(scheme.slug)).address, guard: formGuard()) {
                        Input(.hidden, name: "candidate", .value(Self.short(row.candidate)))
                        Input(.hidden, name: "judge", .value(row.judge))
                        Input(.hidden, name: "reason", .value(row.reason))
                        P("\(row.judge) and \(row.nominee ?? Self.short(row.candidate)): \(row.reason)")
                        ActionButton(
                            "It is a conflict", .secondary, subject: "\(row.judge) and \(Self.short(row.candidate))")
                    }
                }
            }
        }
    }

    @MarkupBuilder private func dismissing(_ rows: [Conflict]) -> Markup {
        let pairs = rows.reduce(into: [String]()) { pairs, row in
            let pair = "\(Self.short(row.candidate)) \(row.judge)"
            if !pairs.contains(pair) { pairs.append(pair) }
        }
        if !pairs.isEmpty {
            Disclosure("Dismiss one", isOpen: typed["judge"] != nil && !errors.isEmpty && typed["impose"] == nil) {
                P("Then the judge may see and score the candidate. Nobody dismisses their own.")
                for row in rows where Self.isFirst(row, in: rows) { dismissal(row) }
            }
        }
    }

    private static func isFirst(_ row: Conflict, in rows: [Conflict]) -> Bool {
        rows.first { $0.candidate == row.candidate && $0.judge == row.judge } == row
    }

    private func dismissal(_ row: Conflict) -> Markup {
        let id =
            "dismiss-" + Self.short(row.candidate).replacing("/", with: "-") + "-"
            + row.judge.prefix { $0 != "@" }.replacing(".", with: "-")
        let isTyped = typed["judge"] == row.judge && typed["candidate"] == Self.short(row.candidate)
        return PostForm(to: SiteURL.awards(.conflictDismissals(scheme.slug)).address, guard: formGuard()) {
            Input(.hidden, name: "candidate", .value(Self.short(row.candidate)))
            Input(.hidden, name: "judge", .value(row.judge))
            FieldFrame(
                name: id,
                label:
                    "\(row.judge) and \(row.nominee ?? Self.short(row.candidate)): why it is no conflict",
                control: Input(
                    .text, name: "reason", .id(id), .class("input input--full"),
                    .value(isTyped ? typed["reason"] : nil)
                ).markup)
            ActionButton("Dismiss", .secondary, subject: "\(row.judge) and \(Self.short(row.candidate))")
        }.body
    }

    @MarkupBuilder private var imposing: Markup {
        H2("Record a conflict")
        P("A ballot that the judge has handed in for the candidate no longer counts, and is kept apart.")
        PostForm(to: SiteURL.awards(.conflicts(scheme.slug)).address, guard: formGuard()) {
            Input(.hidden, name: "impose", .value("yes"))
            TextField(
                name: "candidate", label: "Candidate", hint: "As it is listed: award, a slash and the code",
                value: typed["candidate"] ?? "", error: errors.message(for: "candidate"), width: .half, isProse: false)
            TextField.email(
                name: "judge", label: "Email address of the judge", value: typed["judge"] ?? "",
                error: errors.message(for: "judge"))
            TextField(
                name: "reason", label: "Why", value: typed["reason"] ?? "", error: errors.message(for: "reason"))
            ActionButton("Record the conflict", .secondary)
        }
    }

    /// Without the scheme, which the page is about.
    static func short(_ candidate: String) -> String {
        candidate.split(separator: "/").dropFirst().joined(separator: "/")
    }
}
