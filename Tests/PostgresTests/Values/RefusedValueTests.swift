import Foundation
import Postgres
import Testing

@Suite("What cannot be a value is refused by name")
struct RefusedValueTests {
    private struct Column<Value: PostgresValue>: Statement {
        static var sql: String { "SELECT '2026-10-19 00:00+00'::timestamptz AS held_at" }

        static func decode(_ row: inout RowReader) throws -> Value { try row.next() }
    }

    private struct Narrow: Statement {
        static let sql = "SELECT 7::int2, 8::int4, 9::int8, 0.5::real, 'x'::name, 'y'::varchar, 'z'::char(2), '1'::json"

        static func decode(_ row: inout RowReader) throws -> [String] {
            let numbers = [try row.next(Int.self), try row.next(Int.self), try row.next(Int.self)]
            let half = try row.next(Double.self)
            let texts = [try row.next(String.self), try row.next(String.self), try row.next(String.self)]
            return numbers.map { "\($0)" } + ["\(half)"] + texts + [try row.next(JSONText.self).text]
        }
    }

    private struct TooMany: Statement {
        static let sql = "SELECT 1"

        static func decode(_ row: inout RowReader) throws -> (Int, Int) { (try row.next(), try row.next()) }
    }

    @Test("Text with U+0000 never leaves the process")
    func nul() async throws {
        try await Server.withClient { client async throws in
            let single = await postgresError { _ = try await client.read(Echo(value: "a\0b")) }
            #expect(single?.code == .nulInText)
            #expect(single?.statement == "Echo<String>")
            let list = await postgresError { _ = try await client.read(Echo(value: ["a", "\0"])) }
            #expect(list?.code == .nulInText)
            let json = await postgresError { _ = try await client.read(Echo(value: JSONText("\"\0\""))) }
            #expect(json?.code == .nulInText)
            let inTransaction = await postgresError {
                try await client.transaction { _ = try await $0.run(Echo(value: "\0")) }
            }
            #expect(inTransaction?.code == .nulInText)
            let raw = await postgresError { try await client.execute(unsafe: "SELECT 1\0; SELECT 2") }
            #expect(raw?.code == .nulInText)
        }
    }

    @Test("A column of another type is an error and not garbage, though it has as many bytes")
    func mismatch() async throws {
        try await Server.withClient { client async throws in
            let number = await postgresError { _ = try await client.read(Column<Int>()) }
            #expect(number?.code == .decoding)
            #expect(number?.column == "held_at")
            #expect(number?.note == "timestamptz where Int was expected")
            let double = await postgresError { _ = try await client.read(Column<Double?>()) }
            #expect(double?.code == .decoding)
            let array = await postgresError { _ = try await client.read(Column<[Date]>()) }
            #expect(array?.code == .decoding)
        }
    }

    @Test("A parameter of another type is refused by the server and not stored as its bytes")
    func parameter() async throws {
        try await Items.withClient(setUp: "ALTER TABLE item ADD at timestamptz") { client async throws in
            struct SetTime: Statement {
                static let sql = "UPDATE item SET at = $1"

                func bind(to parameters: inout Parameters) { parameters.append(1) }
            }
            let error = await postgresError { _ = try await client.read(SetTime()) }
            #expect(error?.sqlState == "42804")
        }
    }

    @Test("NULL where a value was expected is an error")
    func null() async throws {
        try await Server.withClient { client async throws in
            struct Nothing: Statement {
                static let sql = "SELECT NULL::text"

                static func decode(_ row: inout RowReader) throws -> String { try row.next() }
            }
            let error = await postgresError { _ = try await client.read(Nothing()) }
            #expect(error?.code == .decoding)
            #expect(error?.note == "NULL where String was expected")
        }
    }

    @Test("A column beyond the last one is an error")
    func beyond() async throws {
        try await Server.withClient { client async throws in
            await expect(.decoding) { _ = try await client.read(TooMany()) }
        }
    }

    @Test("Text that is no case of an enum, and text that a wrapper refuses, are errors")
    func unknownCase() async throws {
        try await Server.withClient { client async throws in
            struct Blue<Value: PostgresValue>: Statement {
                static var sql: String { "SELECT 'blue'" }

                static func decode(_ row: inout RowReader) throws -> Value { try row.next() }
            }
            await expect(.decoding) { _ = try await client.read(Blue<Colour>()) }
            await expect(.decoding) { _ = try await client.read(Blue<Email>()) }
        }
    }

    @Test("Narrower columns are read by their width")
    func narrow() async throws {
        try await Server.withClient { client async throws in
            #expect(try await client.read(Narrow()) == [["7", "8", "9", "0.5", "x", "y", "z ", "1"]])
        }
    }

    @Test("Instants and days beyond PostgreSQL's are refused, its infinities are not taken for days")
    func beyondTime() async throws {
        try await Server.withClient { client async throws in
            for seconds in [Double.infinity, .nan, 1e300, -1e15] {
                let date = Date(timeIntervalSinceReferenceDate: seconds)
                await expect(.encoding) { _ = try await client.read(Echo(value: date)) }
            }
            let day = PostgresDay(daysSinceEpoch: .min)
            await expect(.encoding) { _ = try await client.read(Echo(value: day)) }
            struct Infinite: Statement {
                static let sql = "SELECT 'infinity'::date"

                static func decode(_ row: inout RowReader) throws -> PostgresDay { try row.next() }
            }
            await expect(.decoding) { _ = try await client.read(Infinite()) }
        }
    }

    @Test("Arrays of arrays are refused, but an array of bytea is one")
    func nested() async throws {
        try await Server.withClient { client async throws in
            await expect(.encoding) { _ = try await client.read(Echo(value: [[1]])) }
            #expect(try await client.read(Echo<[[UInt8]]>(value: [[0], []])) == [[[0], []]])
        }
    }
}
