import Postgres
import Testing

@Suite("Bytes that no server would send are errors, never traps")
struct ByteReaderTests {
    private func decode<Value: PostgresValue>(_ bytes: [UInt8], as type: Value.Type) throws -> Value {
        try bytes.withUnsafeBytes { try Value.decode($0, type: Value.postgresType) }
    }

    @Test(
        "Arrays with impossible counts and lengths",
        arguments: [
            [], [0, 0, 0, 1], [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20],
            [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 127, 255, 255, 255, 0, 0, 0, 1],
            [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 255, 255, 255, 255, 0, 0, 0, 1],
            [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 1, 128, 0, 0, 0],
            [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 8, 1],
            [0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 20], [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 25, 0, 0, 0, 0, 0, 0, 0, 1],
        ] as [[UInt8]])
    func arrays(_ bytes: [UInt8]) {
        #expect(throws: PostgresError.self) { try decode(bytes, as: [Int].self) }
    }

    @Test("Ranges cut short", arguments: [[], [2], [2, 0, 0, 0, 8], [2, 0, 0, 0, 2, 1, 1]] as [[UInt8]])
    func ranges(_ bytes: [UInt8]) {
        #expect(throws: PostgresError.self) { try decode(bytes, as: PostgresRange<Int>.self) }
    }

    @Test("Numbers and UUIDs of the wrong width", arguments: [[], [2, 2, 3], [UInt8](repeating: 0, count: 17)])
    func scalars(_ bytes: [UInt8]) {
        #expect(throws: PostgresError.self) { try decode(bytes, as: Int.self) }
        #expect(throws: PostgresError.self) { try decode(bytes, as: Double.self) }
        #expect(throws: PostgresError.self) { try decode(bytes, as: JSONText.self) }
    }
}
