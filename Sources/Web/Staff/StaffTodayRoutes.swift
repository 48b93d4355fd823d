import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// What those who schedule see first.
struct StaffTodayRoutes {
    let site: WebSite

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.staff.route) { request, context in
            let chosen = try request.query()["day"].flatMap { Day(iso: $0) }
            var frame = site.frame("Staff", context.web, at: .staff)
            frame.width = .wide
            let model = try await model(context, chosen)
            return Response.page(PageLayout(frame) { StaffTodayPage(model: model) })
        }
    }

    private func model(_ context: SignedInContext, _ chosen: Day?) async throws -> StaffTodayPage.Model {
        let programme = site.services.programme
        let today = site.today
        let coming = try await programme.drafts(from: today, by: context.actor).filter { $0.startsAt != nil }
        let standings = try await programme.standings(by: context.actor)
        let rooms = try await site.services.people.rooms()
        var clashes: [PlanClash] = []
        let events = try await programme.events(by: context.actor)
        for event in events where standings.contains(where: { $0.slug == event.slug }) {
            clashes += try await programme.clashes(in: event, by: context.actor)
        }
        let days = Self.days(coming, today)
        let day = chosen ?? days.first ?? today
        return StaffTodayPage.Model(
            today: today, day: day, days: days, sessions: coming.filter { Self.isOn($0, day) },
            problems: Self.problems(
                coming, of: events, rooms, clashes,
                try await programme.sessionsNobodyFits(in: nil, by: context.actor)), standings: standings,
            withoutLead: try await programme.sessionsLedByLeavers(by: context.actor),
            waiting: coming.filter { $0.waiting > 0 && $0.state == .scheduled })
    }

    /// Today and the next days on which something is on, at most six.
    private static func days(_ sessions: [Session], _ today: Day) -> [Day] {
        let days = Set(sessions.compactMap { $0.startsAt.map { London.local($0).day } }).filter { $0 >= today }
        return Array(days.sorted().prefix(6))
    }

    private static func isOn(_ session: Session, _ day: Day) -> Bool {
        guard let starts = session.startsAt, let ends = session.endsAt else { return false }
        return London.local(starts).day <= day && day <= London.local(ends.addingTimeInterval(-1)).day
    }

    /// A clash stands with the earlier of its two sessions only.
    private static func problems(
        _ sessions: [Session], of events: [Event], _ rooms: [Room], _ clashes: [PlanClash], _ unfit: Set<String>
    ) -> [StaffTodayPage.Problem] {
        var told: Set<String> = []
        var problems: [StaffTodayPage.Problem] = []
        for session in sessions {
            let event = events.first { $0.slug == session.event }
            for problem in PlanProblem.of(session, in: event, rooms: rooms, clashes: clashes, unfit: unfit) {
                // A room's note is not about today; the release page asks for it.
                if case .noAccessNote = problem { continue }
                if case .clash(let clash) = problem {
                    let pair = [clash.reference, clash.other].sorted().joined(separator: " ")
                    guard told.insert("\(clash.kind.rawValue) \(clash.name) \(pair)").inserted else { continue }
                }
                problems.append(StaffTodayPage.Problem(session: session, problem: problem))
            }
        }
        return problems
    }
}
