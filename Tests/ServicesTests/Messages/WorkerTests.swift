import Domain
import Foundation
import Mail
import Postgres
import Services
import Store
import TestSupport
import Testing

@Suite("What is owed is sent")
struct WorkerTests {
    /// The template's name as the subject, so that a test reads what arrived.
    private struct Words: MessageRenderer {
        func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
            switch letter {
            case .signInCode(let code): RenderedLetter(subject: "sign_in_code", text: code)
            case .notice(let template): RenderedLetter(subject: template.rawValue, text: "")
            case .guest(let template, _, _): RenderedLetter(subject: template.rawValue, text: "")
            case .leaverRecord(let address, _): RenderedLetter(subject: "leaver_record", text: address)
            case .booking(let template, let booking, _, _, _, _):
                RenderedLetter(subject: template.rawValue, text: booking.session)
            }
        }
    }

    private func worker(_ house: TestHouse) -> MessageWorker {
        MessageWorker(house: house.services.house, renderer: Words())
    }

    private func outbox(_ house: TestHouse) async throws -> [OutboxRow] { try await house.database.read(OutboxRows()) }

    private func makeDue(_ house: TestHouse) async throws {
        try await house.asOwner { owner in
            try await owner.execute(unsafe: "update outbox set not_before = '2018-01-01' where state = 'owed'")
        }
    }

    @Test("Every change of a booking owes one message, to the right person, once")
    func onceEach() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1)
            let first = try await week.book(session, "p1@example.org", key: "key")
            try await week.book(session, "p1@example.org", key: "key")
            try await week.book(session, "p2@example.org")
            _ = try await house.services.booking.cancel(first.id, by: week.actor("p1@example.org"))
            _ = try await house.services.programme.cancelSession(session.reference, reason: "Snow", by: week.staff)
            #expect(
                try await outbox(house).map { "\($0.template) \($0.email ?? "")" } == [
                    "booking_confirmed p1@example.org", "booking_waiting p2@example.org",
                    "booking_cancelled p1@example.org",
                    "booking_promoted p2@example.org", "session_cancelled p2@example.org",
                ])
            try await worker(house).sendDue()
            try await worker(house).sendDue()
            // Only what is still so goes out.
            #expect(house.mail.messages.map(\.subject).sorted() == ["booking_cancelled", "session_cancelled"])
            #expect(try await outbox(house).map(\.state) == ["dropped", "dropped", "sent", "dropped", "sent"])
        }
    }

    @Test("A rehearsal and a refusal owe nothing")
    func nothingOwed() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1)
            let actor = try await week.actor("p1@example.org")
            try await house.services.work(dryRun: true) {
                _ = try await house.services.booking.book(session.reference, by: actor, in: $0)
            }
            _ = try? await house.services.booking.book("PW18-999", by: actor)
            #expect(try await outbox(house).isEmpty)
        }
    }

    @Test("What could not be sent for now is tried again after a pause that grows, under the same name")
    func triedAgain() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.book(try await week.session(), "p1@example.org")
            house.mail.fail(with: Array(repeating: MailError(.temporary, code: 451, "The server is busy."), count: 3))
            var pauses: [Double] = []
            for _ in 0..<3 {
                try await makeDue(house)
                #expect(try await worker(house).sendDue() == 1)
                let row = try #require(try await outbox(house).first)
                #expect(row.state == "owed")
                #expect(row.error == "The server is busy.")
                pauses.append(row.wait)
                #expect(try await worker(house).sendDue() == 0)
            }
            #expect(pauses[1] > pauses[0] * 1.5)
            #expect(pauses[2] > pauses[1] * 1.5)
            try await makeDue(house)
            try await worker(house).sendDue()
            let row = try #require(try await outbox(house).first)
            #expect([row.state, row.messageID] == ["sent", house.mail.messages.first?.id.value ?? ""])
            #expect(row.attempts == 4)
            #expect(house.mail.messages.count == 1)
        }
    }

    @Test("A refusal for good ends it, and so do eight tries")
    func givenUp() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            try await week.book(session, "p1@example.org")
            house.mail.fail(with: [MailError(.permanent, code: 550, "No such mailbox.")])
            try await worker(house).sendDue()
            #expect(try await outbox(house).map(\.state) == ["failed"])
            try await week.book(session, "p2@example.org")
            house.mail.fail(with: Array(repeating: MailError(.temporary, code: 451, "The server is busy."), count: 8))
            for _ in 0..<8 {
                try await makeDue(house)
                try await worker(house).sendDue()
            }
            #expect(try await outbox(house).map(\.state) == ["failed", "failed"])
            #expect(try await outbox(house).map(\.attempts) == [1, 8])
        }
    }

    @Test(
        "What a crashed worker held is taken over when its lease has run out, and the dead one's late word counts no more"
    )
    func crashed() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.book(try await week.session(), "p1@example.org")
            let leased = try await house.database.transaction {
                try await $0.run(LeaseMessages(worker: "crashed", limit: 20))
            }
            let message = try #require(leased.first)
            #expect(try await worker(house).sendDue() == 0)
            try await house.asOwner { owner in
                try await owner.execute(unsafe: "update outbox set leased_until = '2018-01-01'")
            }
            #expect(try await worker(house).sendDue() == 1)
            #expect(house.mail.messages.map(\.id.value) == [message.messageID])
            for late in [true, false] {
                _ = try await house.database.transaction {
                    try await $0.run(MarkNotSent(id: message.id, worker: "crashed", why: "late", giveUp: late))
                }
            }
            #expect(try await outbox(house).map(\.state) == ["sent"])
            #expect(try await worker(house).sendDue() == 0)
        }
    }

    @Test("Two workers at once send nothing twice")
    func twoWorkers() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 60)
            let session = try await week.session(capacity: 60)
            for actor in try await week.practitioners(60) {
                _ = try await house.services.booking.book(session.reference, by: actor)
            }
            let workers = [worker(house), worker(house), worker(house)]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in workers { group.addTask { while try await worker.sendDue() > 0 {} } }
                try await group.waitForAll()
            }
            #expect(Set(house.mail.messages.map(\.id)).count == 60)
            #expect(house.mail.messages.count == 60)
        }
    }

    @Test(
        "A sign-in code leaves the outbox once it was sent, given up or too late",
        arguments: ["sent", "failed", "dropped"])
    func codeLeaves(_ state: String) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.services.access.startSignIn(email: "p1@example.org", browser: "browser")
            #expect(try await outbox(house).first?.payload.contains("code") == true)
            if state == "failed" { house.mail.fail(with: [MailError(.permanent, code: 550, "No such mailbox.")]) }
            try await house.beside(now: state == "dropped" ? "2018-01-15 09:20" : "2018-01-15 09:02") { other in
                let services = Services(
                    database: other.database, outside: house.services.outside, settings: house.services.settings,
                    sqlDirectory: "\(TestCluster.root)/sql", logger: TestCluster.logger)
                try await MessageWorker(house: services.house, renderer: Words()).sendDue()
            }
            let row = try #require(try await outbox(house).first)
            #expect([row.state, row.payload] == [state, "{}"])
            #expect(house.mail.messages.count == (state == "sent" ? 1 : 0))
        }
    }

    @Test("Whoever has left is written to no more, but for where their own record opens")
    func left() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.book(try await week.session(), "p1@example.org")
            _ = try await house.services.people.leave("p1@example.org", by: week.admin)
            try await worker(house).sendDue()
            #expect(house.mail.messages.map(\.subject) == ["leaver_record"])
            #expect(Set(try await outbox(house).map(\.state)) == ["dropped", "sent"])
        }
    }
}

private struct OutboxRow: Sendable {
    let template: String
    let email: String?
    let state: String
    let payload: String
    let messageID: String
    let attempts: Int
    let error: String?
    /// Seconds until it is due.
    let wait: Double
}

private struct OutboxRows: Statement {
    static let sql = """
        select o.template, p.email, o.state, o.payload::text, o.message_id, o.attempts, o.last_error,
            extract(epoch from o.not_before - app.app_now())::float8
        from outbox o left join person p on p.id = o.person_id order by o.id
        """

    static func decode(_ row: inout RowReader) throws -> OutboxRow {
        try OutboxRow(
            template: row.next(), email: row.next(), state: row.next(), payload: row.next(), messageID: row.next(),
            attempts: row.next(),
            error: row.next(), wait: row.next())
    }
}
