import Domain
import Foundation
import Postgres
import Store

/// Several people's requests for places in one session, decided in their order and written in one transaction.
struct BookingBatch: Sendable {
    typealias Answer = Result<BookingReceipt, any Error>

    let house: House
    let session: ID<Session>
    let requests: [BookingRequest]
    /// Imported bookings are history: no window, no messages.
    var imported = false
    var bookedAt: [Date?] = []
    var action = "booking.book"

    /// Decides and writes inside the given transaction, one answer for each request.
    func perform(in transaction: Transaction) async throws -> [Answer] {
        let plan = try await decide(in: transaction)
        if let insert = plan.insert { try await transaction.run(insert) }
        if let store = plan.store { try await transaction.run(store) }
        return plan.answers
    }

    /// As `perform`, with the commit in the same round trip as the writes.
    func performAndCommit(in transaction: Transaction) async throws -> [Answer] {
        let plan = try await decide(in: transaction)
        switch (plan.insert, plan.store) {
        case (let insert?, let store?): _ = try await transaction.finish(insert, store)
        case (let insert?, nil): _ = try await transaction.finish(insert)
        case (nil, _): break
        }
        return plan.answers
    }

    private struct Plan {
        var answers: [Answer]
        var insert: InsertBookings?
        var store: StoreAnswers?
    }

    private func decide(in transaction: Transaction) async throws -> Plan {
        let people = Array(Set(requests.map(\.person))).sorted()
        let keyed = requests.filter { $0.key != nil }
        let (_, _, sessions, candidates, stored) = try await transaction.run(
            LockSessions([session]), LockPeople(people), SessionFactsStatement(session),
            CandidateFactsStatement(session, people),
            StoredAnswers(actors: keyed.map(\.actorKey), keys: keyed.compactMap(\.key)))
        guard var facts = sessions.first else {
            return Plan(answers: requests.map { _ in .failure(AccessRefusal.notFound("session")) })
        }
        if facts.waiting > 0, facts.taken < facts.capacity, !facts.isCancelled, facts.startsAt > facts.now {
            let promoted = try await BookingBatch.promote(
                in: session, by: Actor(.system, channel: .worker), house: house, transaction)
            facts.taken += promoted
            facts.waiting -= promoted
        }
        var known = Dictionary(candidates.map { ($0.person, $0.facts) }, uniquingKeysWith: { first, _ in first })
        let answered = Dictionary(
            stored.map { (AnswerKey(actor: $0.actor, key: $0.stored.key), $0.stored) },
            uniquingKeysWith: { first, _ in first })
        var answers: [Answer] = []
        var rows: [InsertBookings.Entry] = []
        var kept: [(BookingRequest, BookingReceipt)] = []
        for (index, request) in requests.enumerated() {
            if let key = request.key, let before = answered[AnswerKey(actor: request.actorKey, key: key)] {
                answers.append(repeated(request, before))
                continue
            }
            guard let person = known[request.person] else {
                answers.append(.failure(AccessRefusal.notFound("person")))
                continue
            }
            let decision = imported ? decideImported(person, index, &facts) : BookingDecision.decide(person, in: &facts)
            let state: BookingState
            switch decision {
            case .confirm: state = .confirmed
            case .wait: state = .waiting
            case .refuse(let refusal):
                answers.append(.failure(refusal))
                continue
            }
            known[request.person]?.liveState = state
            let receipt = BookingReceipt(
                id: request.id, session: facts.reference, person: request.email, state: state,
                position: state == .waiting ? facts.waiting : nil)
            rows.append(
                InsertBookings.Entry(
                    publicID: request.id, person: request.person, state: state, actor: request.actor,
                    reason: request.reason,
                    bookedAt: index < bookedAt.count ? bookedAt[index] : nil))
            answers.append(.success(receipt))
            if request.key != nil { kept.append((request, receipt)) }
        }
        return Plan(
            answers: answers, insert: rows.isEmpty ? nil : insert(rows), store: kept.isEmpty ? nil : try store(kept))
    }

    /// An import repeats what happened: only what can never be is refused.
    private func decideImported(_ person: CandidateFacts, _ index: Int, _ facts: inout SessionFacts) -> BookingDecision
    {
        if let state = person.liveState { return .refuse(.alreadyBooked(state)) }
        if facts.isCancelled { return .refuse(.sessionCancelled(facts.reference)) }
        if facts.taken < facts.capacity, !person.clashes.isEmpty {
            return .refuse(.clashes(person.clashes.map(SessionName.only)))
        }
        guard facts.taken < facts.capacity else {
            facts.waiting += 1
            return .wait
        }
        facts.taken += 1
        return .confirm
    }

    private struct AnswerKey: Hashable {
        let actor: Int
        let key: String
    }

    private func repeated(_ request: BookingRequest, _ before: StoredAnswer) -> Answer {
        guard before.requestHash == request.requestHash else { return .failure(AccessRefusal.keyReused) }
        guard let receipt = try? JSONDecoder().decode(BookingReceipt.self, from: Data(before.answer.text.utf8)) else {
            return .failure(AccessRefusal.keyReused)
        }
        return .success(receipt)
    }

    private func insert(_ rows: [InsertBookings.Entry]) -> InsertBookings {
        InsertBookings(
            session: session, rows: rows, imported: imported, uidDomain: house.settings.uidDomain,
            owesMessages: !imported,
            action: action)
    }

    private func store(_ kept: [(request: BookingRequest, receipt: BookingReceipt)]) throws -> StoreAnswers {
        let encoder = JSONEncoder()
        return StoreAnswers(
            actors: kept.map(\.request.actorKey), keys: kept.compactMap(\.request.key),
            hashes: kept.map(\.request.requestHash),
            answers: try kept.map { String(decoding: try encoder.encode($0.receipt), as: UTF8.self) })
    }

    /// Gives free places to those who wait, in order; answers how many. The caller holds the session's lock.
    static func promote(in session: ID<Session>, by actor: Actor, house: House, _ transaction: Transaction) async throws
        -> Int
    {
        let (sessions, waiters) = try await transaction.run(
            SessionFactsStatement(session), WaitingHead(session, limit: BookingService.headOfQueue))
        guard let facts = sessions.first, !waiters.isEmpty, !facts.isCancelled, facts.startsAt > facts.now else {
            return 0
        }
        var free = facts.capacity - facts.taken
        guard free > 0 else { return 0 }
        let people = waiters.map(\.person).sorted()
        let (_, candidates) = try await transaction.run(LockPeople(people), CandidateFactsStatement(session, people))
        let known = Dictionary(candidates.map { ($0.person, $0.facts) }, uniquingKeysWith: { first, _ in first })
        var moves: [MoveBookings.Move] = []
        var passed: [(Int, String)] = []
        for waiter in waiters where free > 0 {
            guard let person = known[waiter.person] else { continue }
            if let reason = BookingDecision.reasonToPassOver(person) {
                if waiter.passedOver != reason { passed.append((waiter.booking, reason)) }
                continue
            }
            free -= 1
            moves.append(
                MoveBookings.Move(
                    booking: waiter.booking, from: .waiting, to: .confirmed, reason: nil, template: .bookingPromoted,
                    action: "booking.promote"))
        }
        if !passed.isEmpty { try await transaction.run(PassOver(bookings: passed.map(\.0), reasons: passed.map(\.1))) }
        if !moves.isEmpty {
            _ = try await transaction.run(
                MoveBookings(moves, by: Actor(.system, channel: actor.channel), uidDomain: house.settings.uidDomain))
        }
        return moves.count
    }
}
