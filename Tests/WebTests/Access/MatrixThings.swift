import Domain
import Foundation
import Services
import TestSupport

/// What the rows about people, teams, files and mail are about: there before any of them is asked.
struct MatrixThings: Sendable {
    static let prefixes = [
        "/api/v1/people/", "/api/v1/roles/", "/admin/", "/staff/imports/", "/staff/exports/", "/staff/offers/",
        "/staff/rooms/",
    ]

    private let ids: [String: String]
    /// The secret of an open invitation to offer sessions.
    let invitation: String

    init(_ house: TestHouse) async throws {
        let services = house.services
        let admin = try await services.access.person(ofToken: try await house.token("admin@example.org"))
        let by = admin.actor(.web)
        var ids: [String: String] = [:]
        let person = try await services.people.addPerson(
            PersonDetails(email: "spare@example.org", name: "Sparrow Spare"), by: by)
        ids["/admin/people"] = person.publicID.uuidString
        ids["/admin/tokens"] = String(try await services.access.createToken(for: person.email, by: by).id)
        let team = try await services.people.addTeam(TeamDetails(name: "Spare team"), by: by)
        ids["/admin/teams"] = String(team.id.rawValue)
        ids["/admin/posts"] = try await services.posts.add(
            "Director", holder: "manager@example.org", from: day("2018-01-01"), by: by
        ).uuidString
        ids["/admin/roles"] = try await services.roles.grant(
            .manager, to: person, from: day("2018-03-01"), by: by
        ).id.uuidString
        _ = try await services.people.setMoves(
            [.init(email: person.email, team: "MASH Assessment")], on: day("2018-03-01"), by: by)
        ids["/admin/moves"] = try await services.people.teamMoves(by: by).first?.id.uuidString
        ids["/api/v1/roles"] = try await services.roles.grant(
            .staff, to: person, from: day("2018-03-01"), by: by
        ).id.uuidString
        ids["/admin/jobs"] = "audit"
        ids["/admin/mail"] = try await services.mail.messages(by: by).messages.first.map { String($0.id) }
        ids["/staff/rooms"] = try await services.people.rooms().first.map { "\($0.id)" }
        invitation = try await services.proposals.invite(
            to: "week", closingOn: day("2018-01-31"), today: day("2018-01-15"), by: by)
        for email in ["officer@example.org", "admin@example.org"] {
            let actor = try await services.access.person(ofToken: try await house.token(email)).actor(.web)
            let role = email == "admin@example.org" ? "admin" : "staff"
            let offered = try ProposalContent.read([
                .name: "A Friend", .email: "friend@example.org", .title: "Of \(role)", .description: "Listening",
                .minutes: "60", .size: "12", .dates: "Any morning",
            ])
            ids["/staff/offers \(role)"] = try await services.proposals.propose(
                offered, invitation: invitation, by: actor
            ).uuidString
            ids["/staff/imports \(role)"] = try await services.files.keep(
                kind: "sites", event: nil, name: "sites.csv", content: Array("name\nSite of \(role)\n".utf8), by: actor
            ).uuidString
            ids["/staff/exports \(role)"] = try await services.files.saveRecipe(
                "Of \(role)", kind: "sites", event: nil, by: actor
            ).uuidString
        }
        self.ids = ids
    }

    /// What stands for `{id}`: something of the role's own where only that will do.
    func id(_ row: Matrix.Row) -> String {
        let start = row.route.split(separator: "/").prefix(row.form == "api" ? 3 : 2).map { "/" + $0 }.joined()
        return ids["\(start) \(row.role)"] ?? ids[start] ?? "00000000-0000-4000-8000-000000000000"
    }
}
