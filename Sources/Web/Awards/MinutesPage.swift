import Domain
import Foundation
import HTML
import Services

/// What a panel did, in order, with its votes and decisions: to read, and to print.
struct MinutesPage: Component {
    var minutes: AwardsService.Minutes
    var board: AwardsService.Board
    var page = 1

    /// So many steps and decisions stand on one page.
    static let size = 150

    private var decided: [AwardsService.BoardLine] { board.bands.flatMap(\.lines).filter { $0.decision != nil } }
    private var pages: Int { max(1, (minutes.steps.count + decided.count + Self.size - 1) / Self.size) }
    private var first: Int { (min(max(1, page), pages) - 1) * Self.size }

    var body: Markup {
        H1("Minutes: \(minutes.title)")
        P(minutes.schemeTitle, .class("lead"))
        if minutes.steps.isEmpty {
            EmptyState("There was no meeting yet") { P("What a meeting does is listed here in its order.") }
        }
        for meeting in meetings {
            H2("Meeting of \(SchemeWords.moment(meeting.first?.at ?? .distantPast))")
            DataTable(
                id: "steps-\(meeting.first?.meeting ?? 0)", caption: "What was done", isCaptionHidden: true,
                rows: meeting,
                columns: [
                    TableColumn("When") { SchemeWords.moment($0.at) },
                    TableColumn("What", .rowHeader) { step in
                        MeetingWords.step(step, step.motion.flatMap { minutes.motions[$0] })
                    },
                    TableColumn("Out, as they have a conflict") { step in
                        step.absent.isEmpty ? "–" : step.absent.joined(separator: ", ")
                    },
                ])
        }
        let here = Array(decided.dropFirst(max(0, first - minutes.steps.count)).prefix(room))
        if !here.isEmpty {
            H2("Decisions")
            DataTable(
                id: "decisions", caption: "What was decided, and why", isCaptionHidden: true, rows: here,
                columns: [
                    TableColumn("Candidate", .rowHeader) { line in
                        if let nominee = line.nominee { Bdi(nominee) }
                        Span(line.code, .class(line.nominee == nil ? nil : "grid__note"), .translate(false))
                    },
                    TableColumn("Decision") { line in line.decision.map { SchemeWords.outcome($0.outcome) } ?? "–" },
                    TableColumn("Why") { line in line.decision?.reason ?? "–" },
                    TableColumn("When") { line in line.decision.map { SchemeWords.moment($0.at) } ?? "–" },
                ])
        }
        Pagination(
            page: min(max(1, page), pages), pages: pages,
            address: SiteURL.awards(.minutes(board.scheme.slug, board.category.slug)).address)
    }

    private var steps: ArraySlice<MeetingStep> { minutes.steps.dropFirst(first).prefix(Self.size) }
    private var room: Int { Self.size - steps.count }

    /// The steps of each meeting that stand on this page, in order.
    private var meetings: [[MeetingStep]] {
        var meetings: [[MeetingStep]] = []
        for step in steps {
            if meetings.last?.first?.meeting == step.meeting {
                meetings[meetings.count - 1].append(step)
            } else {
                meetings.append([step])
            }
        }
        return meetings
    }
}
