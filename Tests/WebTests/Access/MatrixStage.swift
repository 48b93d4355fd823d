import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport

@testable import Web

/// One database on which every row of the matrix is played, each with an event, a session and a booking of its own.
struct MatrixStage: Sendable {
    struct Subject: Sendable {
        var slug = "week"
        var reference = ""
        var booking = ""
        /// Of the session.
        var title = "Nothing in particular"
    }

    let house: TestHouse
    private let open: RouteClient
    /// The same house with its programme open to nobody.
    private let closed: RouteClient
    private let sessions: [String: String]
    private let tokens: [String: String]
    private let calendar: (live: String, ended: String)
    private let things: MatrixThings
    private let awards: MatrixAwards
    private let guests: MatrixGuests

    static let emails = [
        "practitioner": "p1@example.org", "manager": "manager@example.org", "facilitator": "lead@example.org",
        "staff": "officer@example.org",
        "admin": "admin@example.org",
    ]

    init(_ house: TestHouse, _ closedHouse: TestHouse) async throws {
        self.house = house
        open = RouteClient(house)
        closed = RouteClient(closedHouse)
        var sessions: [String: String] = [:]
        var tokens: [String: String] = [:]
        for (role, email) in Self.emails {
            let browser = RouteClient(beside: open)
            try await browser.signIn(email, house)
            sessions[role] = browser.cookie("pw_session")
            tokens[role] = try await house.token(email)
        }
        self.sessions = sessions
        self.tokens = tokens
        let access = house.services.access
        let week = Actor(.person(try await access.person(ofToken: tokens["manager"] ?? "").id), channel: .web)
        let ended = try await access.createCalendarAddress(by: week)
        calendar = (try await access.createCalendarAddress(by: week), ended)
        things = try await MatrixThings(house)
        awards = try await MatrixAwards(in: house)
        guests = try await MatrixGuests(in: house)
    }

    /// What the row is about: half an hour of its own, so that nobody is in two places.
    func subject(_ row: Matrix.Row, _ number: Int, in work: Work) async throws -> Subject {
        let programme = house.services.programme
        let by = house.operating
        var subject = Subject(slug: "row-\(number)")
        _ = try await programme.addEvent(
            subject.slug, title: "Row \(number)", from: day("2018-01-29"), to: day("2018-03-31"), by: by, in: work)
        let starts = try moment("2018-01-29 00:00").addingTimeInterval(Double(number) * 1800)
        let leads = row.relation != "leads another"
        let session = try await programme.addSession(
            NewSession(
                event: subject.slug, title: "A matter of row \(number)", startsAt: starts, minutes: 30,
                facilitators: leads && row.relation != "own" && row.relation != "other's" ? ["lead@example.org"] : []),
            by: by, in: work)
        subject.reference = session.reference
        subject.title = session.title
        guard row.state != "draft" else { return subject }
        _ = try await programme.publishRelease(subject.slug, by: by, in: work)
        if row.route.contains("{id}") {
            let person = row.relation == "own" ? Self.emails[row.role] : "p9@example.org"
            subject.booking = try await house.services.booking.book(session.reference, for: person, by: by, in: work).id
                .uuidString
        }
        if row.state == "cancelled" {
            _ = try await programme.cancelSession(session.reference, reason: "The trainer is ill", by: by, in: work)
        }
        return subject
    }

    /// Asks as the row says.
    ///
    /// - Parameter other: a method to ask with in the row's stead.
    func ask(
        _ row: Matrix.Row, about subject: Subject, as other: HTTPRequest.Method? = nil, accepting type: String? = nil
    ) async throws -> RouteClient.Answer {
        let client = RouteClient(beside: row.isPublic ? open : closed)
        let path = guests.filled(awards.filled(row.route, row)).replacing("/sites/{slug}", with: "/sites/corbyn-road")
            .replacing(
                "{slug}", with: subject.slug
            )
            .replacing("{reference}", with: subject.reference).replacing(
                "{id}", with: row.hasThing ? things.id(row) : subject.booking
            )
            .replacing("{token}", with: token(row)).replacing("{email}", with: "spare@example.org")
            .replacing("{protected}", with: "00000000-0000-4000-8000-000000000000")
            .replacing("{name}", with: Asset.all.first?.fileName ?? "")
        guard let method = other ?? HTTPRequest.Method(row.method) else { throw Matrix.Unreadable(line: row.method) }
        var headers: HTTPFields = [:]
        if let type { headers[.accept] = type }
        if row.form == "api" {
            headers[.authorization] = tokens[row.role].map { "Bearer \($0)" }
            headers[.contentType] = "application/json"
            headers[.ifMatch] = "*"
            return try await client.send(method, path, headers: headers, body: row.method == "GET" ? nil : body(row))
        }
        if row.route == "/sign-out", let email = Self.emails[row.role] {
            // A session of its own: the others are still needed.
            try await client.signIn(email, house)
        } else {
            client.setCookie("pw_session", sessions[row.role])
        }
        guard row.form == "form" || row.form == "csv" else {
            return try await client.get(path, headers: headers, method: method)
        }
        if row.role == "visitor" { _ = try await client.get("/sign-in") }
        let secret = client.cookie("pw_session") ?? client.cookie("pw_browser") ?? ""
        let token = house.services.access.formToken(of: secret)
        let fields =
            row.form == "csv" ? ["kind": row.relation, "reason": "Door lists"] : ["email": "somebody@example.org"]
        return try await client.post(path, fields.merging(["csrf": token]) { $1 })
    }

    private func token(_ row: Matrix.Row) -> String {
        if row.route.hasPrefix("/offer/") { return row.state == "ended" ? "ended" : things.invitation }
        if row.route.hasPrefix("/invitations/") { return row.state == "ended" ? "ended" : guests.secret }
        return row.state == "ended" ? calendar.ended : calendar.live
    }

    private func body(_ row: Matrix.Row) -> String {
        if let body = MatrixAwards.body(row) { return body }
        if row.route.hasSuffix("/sessions") { return #"{"title":"Another"}"# }
        if row.route.hasSuffix("/cancellation") { return #"{"reason":"The trainer is ill"}"# }
        if row.route.hasSuffix("/roles") { return #"{"role":"councillor","from":"2018-03-01"}"# }
        if row.route.hasSuffix("/leaving") { return #"{"on":"2018-03-01"}"# }
        if row.route.hasSuffix("/bookings"), row.relation == "other's" { return #"{"person":"p9@example.org"}"# }
        return "{}"
    }
}
