import Services
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Waiting for one's turn")
struct TurnsTests {
    /// What happened in whose turn.
    private final class Record: Sendable {
        struct Facts {
            var isHeld = false
            var seen: [Int] = []
            var running = 0
            var most = 0
        }

        private let facts = Mutex(Facts())

        var now: Facts { facts.withLock { $0 } }

        func hold() { facts.withLock { $0.isHeld = true } }

        func begin(_ number: Int) {
            facts.withLock { facts in
                facts.seen.append(number)
                facts.running += 1
                facts.most = max(facts.most, facts.running)
            }
        }

        func end() { facts.withLock { $0.running -= 1 } }
    }

    @Test("One at a time, in the order in which they came, and an error frees the way")
    func order() async throws {
        struct Wrong: Error {}
        let turns = Turns(atOnce: 1, mostWaiting: 5, longestWait: .seconds(600))
        let record = Record()
        let (stream, gate) = AsyncStream<Void>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await turns.take {
                    record.hold()
                    for await _ in stream { break }
                }
            }
            while !record.now.isHeld { await Task.yield() }
            for number in 1...4 {
                while turns.waiting < number - 1 { await Task.yield() }
                group.addTask {
                    try? await turns.take {
                        record.begin(number)
                        await Task.yield()
                        record.end()
                        if number == 2 { throw Wrong() }
                    }
                }
            }
            while turns.waiting < 4 { await Task.yield() }
            gate.yield()
            try await group.waitForAll()
        }
        #expect(record.now.seen == [1, 2, 3, 4])
        #expect(record.now.most == 1)
        let after = try await turns.take { 7 }
        #expect(after == 7)
    }

    @Test("Whoever finds too many waiting, has waited too long or goes away is not begun")
    func busy() async throws {
        let turns = Turns(atOnce: 1, mostWaiting: 1, longestWait: .seconds(600))
        let impatient = Turns(atOnce: 1, mostWaiting: 1, longestWait: .milliseconds(1))
        try await turns.take {
            await #expect(throws: Turns.Busy.self) { try await impatient.take { try await impatient.take {} } }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await #expect(throws: Turns.Busy.self) { try await turns.take {} } }
                while turns.waiting < 1 { await Task.yield() }
                await #expect(throws: Turns.Busy.self) { try await turns.take {} }
                group.cancelAll()
                try await group.waitForAll()
            }
            #expect(turns.waiting == 0)
        }
        let after = try await turns.take { 7 }
        #expect(after == 7)
    }
}
