import Domain
import Postgres
import Store
import TestSupport
import Testing

@testable import Services

@Suite("A young judge's card that is withdrawn while somebody signs in by it")
struct CardRaceTests {
    /// How many are signed in by the card once it is withdrawn, where the withdrawal came between reading the card and signing in.
    private func signedIn(
        reading card: @escaping @Sendable ([UInt8]) -> any CardReading, waits: Bool
    ) async throws -> Int {
        var left = -1
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            try await stars.panel("p7@example.org")
            let panel = AwardPath(scheme: "stars", part: "main")
            let hash = Secrets.hash(
                try await stars.awards.addYoungJudge(
                    "Comet", to: panel, supporter: "p9@example.org", agreedBy: .carer, by: stars.week.staff))
            _ = try await stars.awards.newPIN(for: panel, by: stars.week.staff)
            let judge = try #require(try await stars.awards.youngJudges(of: panel, by: stars.week.staff).first?.id)
            try await house.asOwner { owner in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    try await house.services.work { work in
                        let email = try #require(try await card(hash).email(work.transaction))
                        group.addTask {
                            try await stars.awards.withdrawCard(of: judge, on: panel, by: stars.week.staff)
                        }
                        if waits {
                            while try await owner.read(WaitingForLocks()).first == 0 {
                                try await Task.sleep(for: .milliseconds(20))
                            }
                        } else {
                            try await group.next()
                        }
                        try await work.transaction.run(SignInBy(email))
                    }
                    try await group.waitForAll()
                }
                left = try await owner.read(SessionsOfComet()).first ?? -1
            }
        }
        return left
    }

    @Test("waits for them, and ends what they began")
    func locked() async throws {
        #expect(try await signedIn(reading: { LockedCard(hash: $0) }, waits: true) == 0)
    }

    @Test("would let them stay if the card were read without a lock")
    func control() async throws {
        #expect(try await signedIn(reading: { UnlockedCard(hash: $0) }, waits: false) == 1)
    }
}

private protocol CardReading: Sendable {
    func email(_ transaction: Transaction) async throws -> String?
}

private struct LockedCard: CardReading {
    let hash: [UInt8]

    func email(_ transaction: Transaction) async throws -> String? {
        try await transaction.first(YoungJudgeByCard(hash))?.email
    }
}

private struct UnlockedCard: CardReading, Statement {
    static let sql = YoungJudgeByCard.sql.replacing(" for share of y", with: "")
    let hash: [UInt8]

    func bind(to parameters: inout Parameters) { parameters.append(hash) }

    static func decode(_ row: inout RowReader) throws -> String {
        let found: (String, Int, [UInt8]) = (try row.next(), try row.next(), try row.next())
        return found.0
    }

    func email(_ transaction: Transaction) async throws -> String? { try await transaction.first(self) }
}

private struct WaitingForLocks: Statement {
    static let sql = """
        select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where not l.granted and a.datname = current_database()
        """

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

private struct SignInBy: Statement {
    static let sql = """
        insert into web_session (token_hash, person_id, expires_at)
        select sha256('secret'), id, app_now() + interval '1 hour' from person where email = $1
        """
    let email: String

    init(_ email: String) { self.email = email }

    func bind(to parameters: inout Parameters) { parameters.append(email) }
}

private struct SessionsOfComet: Statement {
    static let sql = "select count(*) from web_session w join person p on p.id = w.person_id where p.name = 'Comet'"

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
