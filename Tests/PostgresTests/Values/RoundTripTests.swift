import Foundation
import Postgres
import Testing

enum Colour: String, CaseIterable, PostgresEnum {
    case red, green
}

struct ItemID: RawRepresentable, Hashable, PostgresWrapper {
    let rawValue: Int
}

struct Email: RawRepresentable, Hashable, PostgresWrapper {
    let rawValue: String
    static var sample: Email { Email(accepted: "a@b") }

    init(accepted: String) { rawValue = accepted }

    init?(rawValue: String) {
        guard rawValue.contains("@") else { return nil }
        self.rawValue = rawValue
    }
}

@Suite("Values go to the server and come back as they were")
struct RoundTripTests {
    private func check<Value: PostgresValue & Equatable>(
        _ values: [Value], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await Server.withClient { client async throws in
            for value in values {
                let rows = try await client.read(Echo(value: value))
                #expect(rows == [value], sourceLocation: sourceLocation)
                let optional = try await client.read(Echo<Value?>(value: value))
                #expect(optional == [value], sourceLocation: sourceLocation)
            }
            #expect(try await client.read(Echo<Value?>(value: nil)) == [nil], sourceLocation: sourceLocation)
            #expect(try await client.read(Echo(value: values)) == [values], sourceLocation: sourceLocation)
            #expect(try await client.read(Echo<[Value]>(value: [])) == [[]], sourceLocation: sourceLocation)
            let holes: [Value?] = [nil] + values + [nil]
            #expect(try await client.read(Echo(value: holes)) == [holes], sourceLocation: sourceLocation)
        }
    }

    @Test("Booleans") func bool() async throws { try await check([true, false]) }

    @Test("Whole numbers to their limits")
    func integers() async throws {
        try await check([0, 1, -1, Int.max, Int.min])
        try await check([0, Int32.max, Int32.min])
        try await check([0, Int16.max, Int16.min])
    }

    @Test("Doubles with infinities and the smallest ones")
    func doubles() async throws {
        try await check([0, -0.0, 0.1, .pi, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
    }

    @Test("Text with quotes, joiners, combining marks and none at all")
    func text() async throws {
        try await check(["", "a", "'\"\\", "e\u{301}", "👩‍👩‍👧", "{,}", "NULL", "\u{FFFD}\u{10FFFF}"])
    }

    @Test("UUIDs")
    func uuid() async throws {
        try await check([UUID(), UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))])
    }

    @Test("Bytes, zero among them")
    func bytes() async throws { try await check([[UInt8](), [0], [0, 1, 255, 0], [UInt8](0...255)]) }

    @Test("Days before and after every epoch")
    func days() async throws {
        try await check([0, 10_957, -1, -719_528, 2_932_896].map { PostgresDay(daysSinceEpoch: $0) })
    }

    @Test("Timestamps without a zone")
    func timestamps() async throws {
        let values = [0, -1, 946_684_800_000_001, -62_135_596_800_000_000]
        try await check(values.map { PostgresTimestamp(microsecondsSinceEpoch: $0) })
    }

    @Test("Ranges with every kind of bound")
    func ranges() async throws {
        let early = Date(timeIntervalSinceReferenceDate: 0)
        let late = Date(timeIntervalSinceReferenceDate: 86_400.5)
        try await check([
            PostgresRange(early..<late), PostgresRange(lower: early, upper: nil),
            PostgresRange(lower: nil, upper: late, includesLower: false), .empty,
            PostgresRange(lower: early, upper: late, includesLower: false, includesUpper: true),
        ])
        #expect(PostgresRange(early..<late).halfOpen == early..<late)
        #expect(PostgresRange<Date>.empty.halfOpen == nil)
    }

    @Test("Enums and wrappers travel as what they wrap")
    func wrappers() async throws {
        try await check(Colour.allCases)
        try await check([ItemID(rawValue: 7)])
        try await check([Email(accepted: "x@y")])
    }

    @Test("Instants are exact to the microsecond both ways")
    func instants() async throws {
        let origin = 1_790_000_000_000_000
        let samples = (0..<2_000).map { origin + $0 * 1_000_003 + $0 }
        try await Server.withClient { client async throws in
            let dates = try await client.read(InstantsFromMicroseconds(microseconds: samples))
            let back = try await client.read(MicrosecondsFromInstants(instants: dates))
            #expect(back == samples)
            let written = try await client.read(Written(value: Date(timeIntervalSince1970: 1_792_000_000.123457)))
            #expect(written == ["2026-10-14 17:46:40.123457+00"])
        }
    }

    @Test("JSON text comes back as the same document")
    func json() async throws {
        try await Server.withClient { client async throws in
            #expect(
                try await client.read(Echo(value: JSONText("{\"a\":[1,null]}"))).first?.text == "{\"a\": [1, null]}")
            #expect(try await client.read(Echo(value: [JSONText("1"), nil])) == [[JSONText("1"), nil]])
        }
    }

    @Test("The server reads the same values as Swift wrote")
    func written() async throws {
        try await Server.withClient { client async throws in
            #expect(try await client.read(Written(value: -42)) == ["-42"])
            #expect(try await client.read(Written(value: true)) == ["true"])
            #expect(try await client.read(Written(value: [1, nil, 3])) == ["{1,NULL,3}"])
            #expect(try await client.read(Written(value: ["a", "b\"c"])) == ["{a,\"b\\\"c\"}"])
            #expect(try await client.read(Written(value: [UInt8]([0, 255]))) == ["\\x00ff"])
            #expect(try await client.read(Written(value: PostgresDay(daysSinceEpoch: 20_745))) == ["2026-10-19"])
            let noon = PostgresTimestamp(microsecondsSinceEpoch: 43_200_000_001)
            #expect(try await client.read(Written(value: noon)) == ["1970-01-01 12:00:00.000001"])
            let range = PostgresRange(Date(timeIntervalSince1970: 0)..<Date(timeIntervalSince1970: 60))
            #expect(
                try await client.read(Written(value: range))
                    == ["[\"1970-01-01 00:00:00+00\",\"1970-01-01 00:01:00+00\")"])
        }
    }

    @Test("Ten megabytes of text and of bytes")
    func large() async throws {
        try await Server.withClient { client async throws in
            let text = String(repeating: "0123456789", count: 1_048_576)
            #expect(try await client.read(Echo(value: text)) == [text])
            let bytes = [UInt8](text.utf8)
            let inTransaction = try await client.transaction { try await $0.run(Echo(value: bytes)) }
            #expect(inTransaction == [bytes])
        }
    }
}

private struct InstantsFromMicroseconds: Statement {
    let microseconds: [Int]
    static let sql = """
        SELECT timestamptz '1970-01-01 00:00+00' + m * interval '1 microsecond'
        FROM unnest($1) WITH ORDINALITY AS given (m, n) ORDER BY n
        """

    func bind(to parameters: inout Parameters) { parameters.append(microseconds) }

    static func decode(_ row: inout RowReader) throws -> Date { try row.next() }
}

private struct MicrosecondsFromInstants: Statement {
    let instants: [Date]
    static let sql = """
        SELECT (extract(epoch FROM t) * 1000000)::int8 FROM unnest($1) WITH ORDINALITY AS given (t, n) ORDER BY n
        """

    func bind(to parameters: inout Parameters) { parameters.append(instants) }

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
