import Foundation
import Postgres
import Testing

@Suite("A statement can be held against the server without being run")
struct DescriptionTests {
    private struct Good: Statement {
        let id: UUID
        let colour: Colour?
        static let sql = """
            INSERT INTO shape (id, colour, size, at) VALUES ($1, $2, $3, $4)
            RETURNING id, colour, size, at, size + 1, holes
            """

        func bind(to parameters: inout Parameters) {
            parameters.append(id)
            parameters.append(colour)
            parameters.append(7)
            parameters.append(Date(timeIntervalSince1970: 0))
        }

        static func decode(_ row: inout RowReader) throws -> (UUID, Colour?, Int) {
            let id = try row.next(UUID.self)
            let colour = try row.next(Colour?.self)
            let size = try row.next(Int.self)
            _ = try row.next(Date.self)
            _ = try row.next(Int.self)
            _ = try row.next([Int].self)
            return (id, colour, size)
        }
    }

    private struct Bad: Statement {
        static let sql = "SELECT id, colour, at FROM shape WHERE at < $1 AND size = $2"

        func bind(to parameters: inout Parameters) { parameters.append(Date(timeIntervalSince1970: 0)) }

        static func decode(_ row: inout RowReader) throws -> (String, String) {
            _ = try row.next(Int.self)
            return (try row.next(), try row.next())
        }
    }

    private static let table = """
        CREATE DOMAIN size AS int4 CHECK (VALUE > 0);
        CREATE TABLE shape (
            id uuid PRIMARY KEY, colour text, size size NOT NULL, at timestamptz NOT NULL,
            holes int4[] NOT NULL DEFAULT '{}')
        """

    @Test("The Swift side is found out by running bind and decode")
    func types() throws {
        let types = try StatementTypes.of(Good(id: UUID.sample, colour: .green))
        #expect(types.parameters == [.uuid, .text, .int8, .timestamptz])
        #expect(types.columns.map(\.type) == [.uuid, .text, .int8, .timestamptz, .int8, .int8.array])
        #expect(types.columns.map(\.isNullable) == [false, true, false, false, false, false])
    }

    @Test("A statement that fits has no mismatches")
    func fits() async throws {
        try await Items.withClient(setUp: DescriptionTests.table) { client async throws in
            let statement = Good(id: UUID.sample, colour: nil)
            let server = try await client.describe(statement)
            #expect(server.columns.map(\.name) == ["id", "colour", "size", "at", "?column?", "holes"])
            #expect(server.columns.map(\.isNullable) == [false, true, false, false, nil, false])
            #expect(server.parameters == [.uuid, .text, .int4, .timestamptz])
            let types = try StatementTypes.of(statement)
            #expect(types.mismatches(with: server) == [])
            #expect(types.nullabilityDoubts(with: server) == [])
            #expect(try await client.read(BareCount()) == [0])
        }
    }

    @Test("One that does not fit has a sentence for each thing that is wrong")
    func doesNotFit() async throws {
        try await Items.withClient(setUp: DescriptionTests.table) { client async throws in
            let server = try await client.describe(Bad())
            #expect(
                try StatementTypes.of(Bad()).mismatches(with: server) == [
                    "Bad binds 1 parameters, its SQL has 2",
                    "Bad decodes bigint from \"id\", which is uuid",
                    "Bad decodes text from \"at\", which is timestamptz",
                ])
            #expect(
                try StatementTypes.of(Bad()).nullabilityDoubts(with: server) == [
                    "Bad decodes \"colour\", which may be NULL, as if it never were"
                ])
        }
    }

    @Test("A statement that the server cannot prepare is its error")
    func unknownTable() async throws {
        try await Server.withClient { client async throws in
            struct Nowhere: Statement {
                static let sql = "SELECT 1 FROM nowhere"
            }
            let error = await expect(.server) { _ = try await client.describe(Nowhere()) }
            #expect(error?.sqlState == "42P01")
        }
    }

    private struct BareCount: Statement {
        static let sql = "SELECT count(*) FROM shape"

        static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
    }
}
