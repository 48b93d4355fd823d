import Domain
import Foundation
import Postgres
import Store

/// Gathers the requests that wait for one session, so that a hot session books many people in one commit: its row is
/// locked over the commit's flush, which bounds it by the disk otherwise. At most two calls are in flight for a session, or
/// one hot session would take every lease. One request per (actor, key) and per (person, session) at a time.
actor BookingGatherer {
    private struct Waiting {
        let request: BookingRequest
        let continuation: CheckedContinuation<BookingReceipt, any Error>
    }

    private struct InFlight: Hashable {
        let actor: Int
        let key: String
    }

    private struct Claim: Hashable {
        let person: ID<Person>
        let session: ID<Session>
    }

    static let mostTogether = 64
    static let mostInFlight = 2
    static let deepest = 4096

    private let house: House
    private var queues: [ID<Session>: [Waiting]] = [:]
    private var running: [ID<Session>: Int] = [:]
    private var queued = 0
    private var keys: Set<InFlight> = []
    private var claims: Set<Claim> = []

    init(house: House) {
        self.house = house
    }

    func submit(_ request: BookingRequest) async throws -> BookingReceipt {
        guard queued < Self.deepest else { throw ServiceFailure(.unavailable) }
        let claim = Claim(person: request.person, session: request.session)
        let flight = request.key.map { InFlight(actor: request.actorKey, key: $0) }
        guard !claims.contains(claim), flight.map({ !keys.contains($0) }) ?? true else {
            throw AccessRefusal.stillRunning
        }
        claims.insert(claim)
        if let flight { keys.insert(flight) }
        defer {
            claims.remove(claim)
            if let flight { keys.remove(flight) }
        }
        return try await withCheckedThrowingContinuation { continuation in
            queues[request.session, default: []].append(Waiting(request: request, continuation: continuation))
            queued += 1
            pump(request.session)
        }
    }

    private func pump(_ session: ID<Session>) {
        while running[session, default: 0] < Self.mostInFlight, let queue = queues[session], !queue.isEmpty {
            let batch = Array(queue.prefix(Self.mostTogether))
            let rest = Array(queue.dropFirst(batch.count))
            queues[session] = rest.isEmpty ? nil : rest
            queued -= batch.count
            running[session, default: 0] += 1
            Task {
                await self.perform(batch, session)
                self.finished(session)
            }
        }
    }

    private func finished(_ session: ID<Session>) {
        let left = running[session, default: 1] - 1
        running[session] = left > 0 ? left : nil
        pump(session)
    }

    private func perform(_ batch: [Waiting], _ session: ID<Session>) async {
        do {
            let answers = try await book(batch.map(\.request), session)
            for (waiting, answer) in zip(batch, answers) { waiting.continuation.resume(with: answer) }
            house.changes.touch()
        } catch {
            for waiting in batch {
                waiting.continuation.resume(with: await alone(waiting.request, after: error, of: batch.count))
            }
        }
    }

    private func book(_ requests: [BookingRequest], _ session: ID<Session>) async throws -> [BookingBatch.Answer] {
        let batch = BookingBatch(house: house, session: session, requests: requests)
        return try await house.database.transaction { try await batch.performAndCommit(in: $0) }
    }

    /// After a batch failed: a lost answer is looked up, never repeated; anything else is tried once more, alone.
    private func alone(_ request: BookingRequest, after error: any Error, of count: Int) async -> BookingBatch.Answer {
        if let error = error as? PostgresError {
            if error.code == .commitUnknown { return await lookUp(request, error) }
            if count > 1, error.code == .server {
                do {
                    guard let answer = try await book([request], request.session).first else {
                        return .failure(ServiceFailure(.internalError))
                    }
                    house.changes.touch()
                    return answer
                } catch let again as PostgresError where again.code == .commitUnknown {
                    return await lookUp(request, again)
                } catch let again as PostgresError {
                    return .failure(house.failure(again))
                } catch {
                    return .failure(error)
                }
            }
            return .failure(house.failure(error))
        }
        return .failure(error)
    }

    /// Under the session's lock: the transaction whose answer was lost holds it until it has ended, one way or the other.
    private func lookUp(_ request: BookingRequest, _ lost: PostgresError) async -> BookingBatch.Answer {
        let found: [BookingByID.Found]
        do {
            found = try await house.database.transaction { transaction in
                try await transaction.run(
                    LockSessions([request.session]), BookingByID(Actor(.system, channel: .worker), id: request.id)
                ).1
            }
        } catch {
            return .failure(house.failure(lost))
        }
        guard let booking = found.first?.booking else {
            return .failure(ServiceFailure(.unavailable, cause: lost))
        }
        return .success(
            BookingReceipt(
                id: booking.id, session: booking.session, person: booking.person, state: booking.state,
                position: booking.position))
    }
}
