import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Teams, with their services, home sites and dates.
struct TeamRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminTeams.route) { request, context in
            let done = try request.query()["done"].flatMap { TeamDone(rawValue: $0) }
            let teams = try await site.services.people.teams()
            return Response.page(
                PageLayout(site.adminFrame("Teams", context, done: done?.heading)) {
                    TeamsPage(teams: teams, today: site.today)
                })
        }
        admin.get(SiteURL.adminNewTeam.route) { _, context in
            Response.page(try await page(nil, TeamForm.Typed(), context))
        }
        admin.post(SiteURL.adminTeams.route) { request, context in try await save(nil, request, context) }
        admin.get(SiteURL.adminTeam("{id}").route) { _, context in
            let team = try await team(context)
            return Response.page(try await page(team, TeamForm.Typed(team), context))
        }
        admin.post(SiteURL.adminTeam("{id}").route) { request, context in
            try await save(try await team(context), request, context)
        }
        admin.post(SiteURL.adminTeamRemoval("{id}").route) { request, context in try await remove(request, context) }
    }

    private func team(_ context: SignedInContext) async throws -> Team {
        let number = wholeNumber(try context.part("id"))
        guard let team = try await site.services.people.teams().first(where: { $0.id.rawValue == number }) else {
            throw AccessRefusal.notFound("team")
        }
        return team
    }

    private func page(
        _ team: Team?, _ typed: TeamForm.Typed, _ context: SignedInContext, errors: [FieldError] = []
    ) async throws -> PageLayout {
        var frame = site.adminFrame(team?.name ?? "Add a team", context, errors: errors)
        frame.width = .reading
        frame.back = BackLink(text: "Teams", address: SiteURL.adminTeams.address)
        let form = TeamForm(
            team: team, typed: typed, sites: try await site.services.people.sites(), errors: errors,
            formGuard: { site.formGuard(context.web, keyed: true) })
        return PageLayout(frame) { form }
    }

    private func save(_ team: Team?, _ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await site.form(request, context.web)
        let typed = TeamForm.Typed(fields)
        func again(_ field: String, _ refusal: any Refusal) async throws -> Response {
            let errors = [FieldError(field: field, message: refusal.message)]
            return Response.page(
                try await page(team, typed, context, errors: errors), status: ErrorAnswer(refusal).status)
        }
        var details = TeamDetails(name: typed.name, service: typed.service, site: typed.site)
        do {
            details.from = try typed.from.isEmpty ? nil : DateEntry.day(typed.from, today: site.today)
        } catch {
            return try await again("from", error)
        }
        do {
            details.to = try typed.to.isEmpty ? nil : DateEntry.day(typed.to, today: site.today)
        } catch {
            return try await again("to", error)
        }
        do {
            let wanted = details
            _ = try await site.once(
                fields, request: "team \(team?.name ?? "") \(wanted)", by: context.actor
            ) { work in
                if let team {
                    return try await site.services.people.changeTeam(team.name, to: wanted, by: context.actor, in: work)
                        .name
                }
                return try await site.services.people.addTeam(wanted, by: context.actor, in: work).name
            }
            let done: TeamDone = team == nil ? .added : .saved
            return Response.seeOther(SiteURL.adminTeams.address.adding("done", done.rawValue))
        } catch let refusal as any Refusal {
            guard let field = AdminWords.field(of: refusal) else { throw refusal }
            return try await again(field, refusal)
        }
    }

    private func remove(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await site.form(request, context.web)
        let id = try context.part("id")
        do {
            _ = try await site.once(
                fields, request: "remove team \(id)", by: context.actor
            ) { work in
                let team = try await team(context)
                try await site.services.people.removeTeam(team.name, by: context.actor, in: work)
                return "removed"
            }
            return Response.seeOther(SiteURL.adminTeams.address.adding("done", TeamDone.removed.rawValue))
        } catch let refusal as PeopleRefusal {
            let team = try await team(context)
            let errors = [FieldError(field: "remove", message: refusal.message)]
            return Response.page(
                try await page(team, TeamForm.Typed(team), context, errors: errors),
                status: ErrorAnswer(refusal).status)
        }
    }
}

/// What was just done to a team.
enum TeamDone: String {
    case added, saved, removed

    var heading: String {
        switch self {
        case .added: "The team is added"
        case .saved: "The team is saved"
        case .removed: "The team is removed"
        }
    }
}
