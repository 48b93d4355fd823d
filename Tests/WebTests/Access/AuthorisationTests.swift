import Exchange
import Foundation
import HTTPTypes
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
                // What is only read, or refused, stays as it is for the next row alike.
                var shared: [Matrix.Likeness: MatrixStage.Subject] = [:]
                for (number, row) in rows.enumerated() {
                    let known = row.changesNothing ? shared[row.likeness] : nil
                    guard row.hasSubject, known == nil else {
                        subjects.append(known ?? MatrixStage.Subject())
                        continue
                    }
                    let subject = try await stage.subject(row, number, in: work)
                    if row.changesNothing { shared[row.likeness] = subject }
                    subjects.append(subject)
                }
                return subjects
            }
            // Reading changes nothing, so its rows go side by side; the others take turns after it.
            let cases = Array(zip(rows, subjects))
            let reading = cases.filter { $0.0.method == "GET" }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for lane in 0..<4 {
                    group.addTask {
                        for number in stride(from: lane, to: reading.count, by: 4) {
                            try await Self.check(reading[number].0, number, about: reading[number].1, on: stage)
                        }
                    }
                }
                try await group.waitForAll()
            }
            for (number, (row, subject)) in cases.enumerated() where row.method != "GET" {
                try await Self.check(row, number, about: subject, on: stage)
            }
            await closed.database.close()
        }
    }

    private static func check(
        _ row: Matrix.Row, _ number: Int, about subject: MatrixStage.Subject, on stage: MatrixStage
    ) async throws {
        let answer = try await stage.ask(row, about: subject)
        #expect(answer.status == row.expected, "\(row): \(answer.body.prefix(200))")
        #expect(row.shape.isKept(by: answer), "\(row): \(answer.headers[.contentType] ?? "-")")
        if row.isToldNothing { #expect(!answer.body.contains(subject.title), "\(row) tells of it") }
        guard row.method == "GET", row.shape != .stream else { return }
        // One other way each, in turn, so that a route is asked in all five over its six roles.
        let forms = ["text/calendar", "text/csv", "application/json", "text/html"]
        guard number % 5 < forms.count else {
            let head = try await stage.ask(row, about: subject, as: .head)
            #expect(head.status == row.expected && head.body.isEmpty, "HEAD instead of \(row)")
            return
        }
        let type = forms[number % 5]
        let other = try await stage.ask(row, about: subject, accepting: type)
        #expect(other.status == row.expected && row.shape.isKept(by: other), "\(row), asked for \(type)")
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

    @Test("Every kind of CSV file has a row for every role")
    func files() throws {
        let rows = try Matrix.rows().filter { $0.shape == .csv }
        for kind in CSVKind.allCases {
            #expect(Set(rows.filter { $0.relation == kind.rawValue }.map(\.role)) == Matrix.roles, "\(kind)")
        }
        #expect(Set(rows.map(\.relation)) == Set(CSVKind.allCases.map(\.rawValue)))
    }

    @Test("What can be had in several forms is asked for in each: as a page, as JSON, as a calendar, as CSV")
    func shapes() throws {
        let rows = try Matrix.rows()
        let asked = Dictionary(grouping: rows.filter { $0.expected == 200 }, by: \.shape).mapValues {
            Set($0.map(\.role))
        }
        for shape in [Matrix.Shape.page, .json, .calendar] {
            #expect(asked[shape] == Matrix.roles, "\(shape)")
        }
        #expect(asked[.csv] == ["staff", "admin"])
        #expect(asked[.stream] == Matrix.roles)
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
