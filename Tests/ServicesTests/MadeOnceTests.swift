import Services
import Synchronization
import Testing

@Suite("What is made once for many")
struct MadeOnceTests {
    private final class Counter: Sendable {
        private let count = Mutex(0)
        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    @Test("Whoever asks while it is made waits for the same, and another generation is made anew")
    func once() async throws {
        let made = MadeOnce<Int>(most: 5, longest: .seconds(600))
        let counter = Counter()
        let all = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await made.value("night", generation: 3) {
                        await Task.yield()
                        return counter.next()
                    }
                }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(all == [1])
        #expect(try await made.value("night", generation: 4) { counter.next() } == 2)
        #expect(try await made.value("night", generation: 3) { counter.next() } == 2)
        #expect(try await made.value("another", generation: 4) { counter.next() } == 3)
    }

    @Test("What failed is made again, and what is too old likewise")
    func again() async throws {
        struct Failed: Error {}
        let made = MadeOnce<Int>(most: 5, longest: .seconds(600))
        await #expect(throws: Failed.self) { try await made.value("night", generation: 1) { throw Failed() } }
        #expect(try await made.value("night", generation: 1) { 7 } == 7)
        let forgetful = MadeOnce<Int>(most: 5, longest: .zero)
        #expect(try await forgetful.value("night", generation: 1) { 1 } == 1)
        #expect(try await forgetful.value("night", generation: 1) { 2 } == 2)
    }
}
