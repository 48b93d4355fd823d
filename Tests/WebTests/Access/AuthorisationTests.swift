import Foundation
import Hummingbird
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Who may do what")
struct AuthorisationTests {
    @Test("Every row of the matrix is answered as it says")
    func rows() async throws {
        let rows = try Matrix.rows()
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let closed = try await TestHouse.open(conninfo: house.conninfo, now: "2018-01-15 09:00", isPublic: false)
            let stage = try await MatrixStage(house, closed)
            let subjects = try await house.services.work { work in
                var subjects: [MatrixStage.Subject] = []
                for (number, row) in rows.enumerated() {
                    subjects.append(
                        row.hasSubject ? try await stage.subject(row, number, in: work) : MatrixStage.Subject())
                }
                return subjects
            }
            for (row, subject) in zip(rows, subjects) {
                let answer = try await stage.ask(row, about: subject)
                #expect(answer.status == row.expected, "\(row): \(answer.body.prefix(200))")
            }
            await closed.database.close()
        }
    }

    @Test("Every route has a row for every role")
    func complete() async throws {
        let rows = try Matrix.rows()
        try await TestHouse.with { house in
            let routes = AppRouter.build(WebSite(services: house.services, settings: WebSettings())).routes.filter {
                $0.method != .head
            }
            #expect(routes.count > 30)
            for route in routes {
                let roles = rows.filter { $0.method == route.method.rawValue && $0.route == route.path.description }
                    .map(\.role)
                #expect(Set(roles) == Matrix.roles, "\(route.method) \(route.path) has rows for \(Set(roles).sorted())")
            }
            let known = Set(routes.map { "\($0.method.rawValue) \($0.path.description)" })
            #expect(Set(rows.map { "\($0.method) \($0.route)" }).subtracting(known).isEmpty)
        }
    }

    @Test("Every call that the API describes has a row for every role")
    func described() async throws {
        let rows = try Matrix.rows()
        try await TestHouse.with { house in
            let document = try await RouteClient(house).call(.get, "/openapi.json").object
            let paths = document["paths"] as? [String: [String: Any]] ?? [:]
            #expect(!paths.isEmpty)
            for (path, item) in paths {
                for method in item.keys {
                    let roles = rows.filter { $0.method == method.uppercased() && $0.route == "/api/v1" + path }.map(
                        \.role)
                    #expect(Set(roles) == Matrix.roles, "\(method) \(path)")
                }
            }
        }
    }
}
