import Domain
import Foundation
import HTML

/// What differs from the newest release, whom it touches, what is in the way, what is missing, and the releases before.
struct ReleasePage: Component {
    struct Typed {
        var note = ""
        var word = ""
        /// That what is missing may be missing.
        var mayLack = false
        var errors: [FieldError] = []
    }

    var plan: Plan
    var changes: [ReleaseChange]
    var releases: [Release]
    var typed: Typed
    var formGuard: FormGuard

    private var readiness: ReleaseReadiness { ReleaseReadiness(plan: plan) }

    var body: Markup {
        ErrorSummary(typed.errors)
        H1("Release \(plan.event.title)")
        PlanNavigation(event: plan.event.slug, here: .releases)
        P(summary, .class("lead"))
        readiness
        differences
        publishing
        earlier
    }

    /// The sessions that change, once each.
    private var touched: [String: Int] {
        Dictionary(changes.map { ($0.reference, $0.booked) }, uniquingKeysWith: max)
    }

    private var summary: String {
        guard !changes.isEmpty else {
            return plan.event.latestRelease == 0
                ? "Nothing has a time yet, so there is nothing to release."
                : "Nothing has changed since release \(plan.event.latestRelease)."
        }
        let sessions = touched.count == 1 ? "1 session differs" : "\(touched.count) sessions differ"
        let people = touched.values.reduce(0, +)
        let since =
            plan.event.latestRelease == 0
            ? "This is the first release" : "\(sessions) from release \(plan.event.latestRelease)"
        return since
            + ", with \(PlanWords.places(bookedOrWaited: people)).\(plan.unplaced.isEmpty ? "" : " ")"
            + AdminWords.counted(
                plan.unplaced.count, "without a time stays behind.", "without a time stay behind.", none: "")
    }

    @MarkupBuilder private var differences: Markup {
        if !changes.isEmpty {
            DataTable(
                caption: "What changes for everyone", rows: changes,
                columns: [
                    TableColumn("What") { Self.word($0.kind) },
                    TableColumn("Session", .rowHeader) { change in
                        A(
                            plan.session(change.reference)?.title ?? change.reference,
                            href: SiteURL.planSession(change.reference).address)
                        Span(change.reference, .class("grid__note"))
                    },
                    TableColumn("Before") { Self.short(Self.before($0)) },
                    TableColumn("After") { Self.short(Self.after($0)) },
                    TableColumn("Booked or waiting", .number) { $0.booked },
                ])
        }
    }

    private static func word(_ kind: ReleaseChange.Kind) -> String {
        switch kind {
        case .new: "New"
        case .retimed: "Another time"
        case .moved: "Another place"
        case .retitled: "Another title"
        case .reworded: "Other words"
        case .recapacitated: "Another number of places"
        case .refacilitated: "Led by others"
        case .cancelled: "Cancelled"
        }
    }

    private static func before(_ change: ReleaseChange) -> String {
        change.kind == .retimed ? times(change.before) : change.before
    }

    private static func after(_ change: ReleaseChange) -> String {
        switch change.kind {
        case .retimed: return times(change.after)
        case .new:
            guard let comma = change.after.ranges(of: ", ").last else { return change.after }
            return "\(change.after[..<comma.lowerBound]), \(times(String(change.after[comma.upperBound...])))"
        default: return change.after
        }
    }

    /// `2018-01-29 09:30-10:30` as people say it; anything else as it is.
    private static func times(_ text: String) -> String {
        let halves = text.split(separator: " ", maxSplits: 1)
        guard halves.count == 2, let day = Day(iso: halves[0]) else { return text }
        let ends = halves[1].split(separator: "-", maxSplits: 1)
        guard ends.count == 2, let from = ClockTime(ends[0]), let to = ClockTime(ends[1]) else { return text }
        return "\(PlanWords.shortDay(day)), \(from.spoken) to \(to.spoken)"
    }

    private static func short(_ text: String) -> String {
        text.isEmpty ? "–" : text.count > 160 ? text.prefix(160) + "…" : text
    }

    @MarkupBuilder private var publishing: Markup {
        if !changes.isEmpty, readiness.inTheWay.isEmpty || !typed.errors.isEmpty {
            H2("Publish release \(plan.event.latestRelease + 1)")
            P(
                "Everyone reads it at once. A release is kept for ever and cannot be taken back; a later one puts things right."
            )
            PostForm(to: SiteURL.planReleases(plan.event.slug).address, guard: formGuard) {
                TextAreaField(
                    name: "note", label: "A note for those who look back",
                    hint: "For example: Rooms on Tuesday, two new sessions. You can leave it empty.", value: typed.note,
                    error: typed.errors.message(for: "note"), rows: 2, limit: 2000)
                if !readiness.lacking.isEmpty {
                    ChoiceGroup(
                        kind: .checkboxes, name: "lacking", legend: readiness.lackingHeading,
                        hint: "They are listed above, each with a link to mend it.",
                        error: typed.errors.message(for: "lacking"),
                        choices: [
                            Choice(
                                value: "yes", label: "Release it all the same", isChosen: typed.mayLack)
                        ])
                }
                TextField(
                    name: "word", label: "Type \(plan.event.slug) to say that you mean it", value: typed.word,
                    error: typed.errors.message(for: "word"), width: .twenty, isProse: false)
                ActionRow { ActionButton("Publish the release") }
            }
        }
    }

    @MarkupBuilder private var earlier: Markup {
        H2("Earlier releases")
        if releases.isEmpty {
            P("None yet.")
        } else {
            DataTable(
                id: "releases", caption: "Earlier releases", isCaptionHidden: true, rows: releases,
                columns: [
                    TableColumn("Release", .rowHeader) { "Release \($0.number)" },
                    TableColumn("When") { release in
                        let local = London.local(release.publishedAt)
                        "\(local.day.long), \(local.time.spoken)"
                    },
                    TableColumn("By") { $0.publishedBy ?? "The operator" },
                    TableColumn("Sessions", .number) { $0.sessions },
                    TableColumn("Note") { $0.note.isEmpty ? "–" : $0.note },
                ])
        }
    }
}
