package import Domain
import Postgres
import Store

/// The mail as those see it who answer for it: what is owed, what failed, what a reader got, and trying again. For admins.
package struct MailService: Sendable {
    package static let pageSize = 50

    let house: House

    package func standing(by actor: Actor) async throws -> MailStanding {
        try await require(actor)
        return try await house.read(MailStandingNow(actor)).first ?? MailStanding(owed: 0, late: 0, failed: 0)
    }

    /// A page of messages, newest first, and the number that the next page begins before.
    package func messages(
        _ state: QueuedMessage.State? = nil, before: Int? = nil, by actor: Actor
    ) async throws -> (messages: [QueuedMessage], next: Int?) {
        try await require(actor)
        let rows = try await house.read(MailQueue(actor, state: state, before: before, limit: Self.pageSize + 1))
        let shown = Array(rows.prefix(Self.pageSize))
        return (shown, rows.count > Self.pageSize ? shown.last?.id : nil)
    }

    package func message(_ id: Int, by actor: Actor) async throws -> QueuedMessage {
        try await require(actor)
        guard let message = try await house.read(MailQueue(actor, limit: 1, id: id)).first else {
            throw AccessRefusal.notFound("message")
        }
        return message
    }

    /// Has a message that failed sent again.
    package func retry(_ id: Int, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "send mail again")
            guard try await work.transaction.first(OweAgain(actor, id: id)) != nil else {
                throw AccessRefusal.notFound("message to send again")
            }
            try await work.audit(actor, [AuditLine("mail.retry", "message:\(id)")])
        }
    }

    private func require(_ actor: Actor) async throws {
        try await AccessService(house: house).require([.admin], actor, to: "see the mail")
    }
}

extension Services {
    package var mail: MailService { MailService(house: house) }
}
