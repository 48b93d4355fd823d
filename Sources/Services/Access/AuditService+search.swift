package import Domain
import Store

extension AuditService {
    package static let pageSize = 50

    /// A page of what the actor may read, newest first, and the number that the next page begins before.
    package func search(
        _ question: AuditQuestion, by actor: Actor
    ) async throws -> (entries: [AuditFinding], next: Int?) {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        var question = question
        question.who = try FreeText.line(question.who, "who", required: false)
        question.action = try FreeText.line(question.action, "what", required: false)
        question.object = try FreeText.line(question.object, "what it was done to", required: false)
        let rows = try await house.read(AuditSearch(actor, question, limit: Self.pageSize + 1))
        let shown = Array(rows.prefix(Self.pageSize))
        return (shown, rows.count > Self.pageSize ? shown.last?.id : nil)
    }
}
