import Hummingbird
import NIOCore

/// What a form or the query of an address says: names with their values, in UTF-8, without NUL.
struct FormFields: Sendable {
    static let mostFields = 500

    private var values: [String: [String]] = [:]

    init() {}

    /// The fields of a form that came with a file.
    init(_ fields: [(name: String, value: String)]) {
        for (name, value) in fields.prefix(Self.mostFields) { values[name, default: []].append(value) }
    }

    /// Reads `application/x-www-form-urlencoded`; nil when it cannot be read.
    init?(_ text: some StringProtocol) {
        let pairs = text.split(separator: "&", maxSplits: Self.mostFields)
        guard pairs.count <= Self.mostFields else { return nil }
        for pair in pairs {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = halves.first, let name = PercentEncoding.decode(first, plusIsSpace: true),
                let value = PercentEncoding.decode(halves.count > 1 ? halves[1] : "", plusIsSpace: true)
            else { return nil }
            values[name, default: []].append(value)
        }
    }

    /// The first value of a field; an empty one is none.
    subscript(name: String) -> String? {
        values[name]?.first.flatMap { $0.isEmpty ? nil : $0 }
    }

    func all(_ name: String) -> [String] { values[name] ?? [] }

    var names: [String] { Array(values.keys) }
}

extension Request {
    /// The query of the address.
    func query() throws -> FormFields {
        guard let query = uri.query, !query.isEmpty else { return FormFields() }
        guard let fields = FormFields(query) else { throw RequestProblem.unreadable }
        return fields
    }

    /// The whole body, as bytes.
    func wholeBody(upTo limit: Int, _ context: WebContext) async throws -> ByteBuffer {
        do {
            return try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            context.closeSoon()
            throw RequestProblem.tooLarge
        } catch {
            throw BrokenBody(cause: error)
        }
    }
}

/// A body that ended before its end: the connection is of no more use, and the server's own way of ending it is taken.
struct BrokenBody: Error {
    let cause: any Error
}

/// What is wrong with a request as such, whatever it asks for.
enum RequestProblem: Error, Equatable {
    case unreadable
    case tooLarge
    case foreignHost
    /// A form that was not sent by a page of ours in this browser.
    case foreignForm
}
