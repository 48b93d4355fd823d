import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The members of the object that a call sent. A member of the wrong type is refused by its name; one that nobody knows is
/// left alone; `null` is as good as none.
struct JSONFields: Sendable {
    private let object: JSONValue

    init(_ object: JSONValue) throws {
        guard object.members != nil else {
            throw APIProblem.unprocessable("not_an_object", "The body is to be a JSON object.")
        }
        self.object = object
    }

    /// Whether it was sent, if only as null.
    func has(_ name: String) -> Bool { object[name] != nil }

    func text(_ name: String) throws -> String? {
        switch object[name] {
        case nil, .null?: nil
        case .text(let text)?: text
        default: throw wrong(name, "a text")
        }
    }

    func whole(_ name: String) throws -> Int? {
        switch object[name] {
        case nil, .null?: nil
        case .whole(let number)?: number
        default: throw wrong(name, "a whole number")
        }
    }

    func number(_ name: String) throws -> Double? {
        switch object[name] {
        case nil, .null?: nil
        case .whole(let number)?: Double(number)
        case .number(let number)?: number
        default: throw wrong(name, "a number")
        }
    }

    /// The members of an object whose values are whole numbers; none where it was not sent.
    func wholes(_ name: String) throws -> [(name: String, value: Int)] {
        switch object[name] {
        case nil, .null?: return []
        case .object(let members)?:
            return try members.prefix(100).map { member in
                guard case .whole(let number) = member.value else { throw wrong(name, "an object of whole numbers") }
                return (member.name, number)
            }
        default: throw wrong(name, "an object of whole numbers")
        }
    }

    func boolean(_ name: String) throws -> Bool? {
        switch object[name] {
        case nil, .null?: nil
        case .bool(let flag)?: flag
        default: throw wrong(name, "true or false")
        }
    }

    func texts(_ name: String) throws -> [String]? {
        switch object[name] {
        case nil, .null?: return nil
        case .array(let items)?:
            let texts = items.compactMap(\.asText)
            guard texts.count == items.count, texts.count <= 100 else {
                throw wrong(name, "a list of at most 100 texts")
            }
            return texts
        default: throw wrong(name, "a list of texts")
        }
    }

    /// An instant as RFC 3339 writes it; without an offset it is the time on London's walls, and must be one.
    func moment(_ name: String) throws -> Date? {
        guard let text = try text(name) else { return nil }
        guard Day(iso: text.prefix(10)) != nil, text.utf8.count <= 40 else {
            throw APIProblem.unprocessable("time_unreadable", "“\(name)” is a time like 2018-01-29T09:30:00+00:00.")
        }
        return try DateEntry.moment(text, today: Day(number: 0))
    }

    /// A day as RFC 3339 writes it.
    func day(_ name: String) throws -> Day? {
        guard let text = try text(name) else { return nil }
        guard let day = Day(iso: text) else {
            throw APIProblem.unprocessable("day_unreadable", "“\(name)” is a day like 2018-01-29.")
        }
        return day
    }

    private func wrong(_ name: String, _ wanted: String) -> APIProblem {
        .unprocessable("wrong_type", "“\(name)” is to be \(wanted).")
    }
}

extension WebSite {
    /// Reads the JSON object of a call; no body is an empty object.
    func fields(
        _ request: Request, _ context: WebContext, alsoTaking otherType: String? = nil, upTo limit: Int? = nil
    ) async throws -> JSONFields {
        let body = try await request.wholeBody(upTo: limit ?? settings.mostBodyBytes, context)
        guard body.readableBytes > 0 else { return try JSONFields([:]) }
        if let type = request.headers[.contentType] {
            let essence = type.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
            guard essence == "application/json" || essence == otherType else {
                throw APIProblem(
                    .unsupportedMediaType, "unsupported_media_type",
                    "Send the body as application/json. Nothing was changed.")
            }
        }
        return try JSONFields(try JSONReader.read(Array(body.readableBytesView)))
    }

    /// The key that makes a repeated call have one effect.
    func idempotencyKey(_ request: Request) throws -> String? {
        guard let key = request.headers[Self.idempotencyKey] else { return nil }
        guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            throw APIProblem.unprocessable(
                "key_unreadable", "An Idempotency-Key is 1 to 200 plain characters. Nothing was changed.")
        }
        return key
    }

    private static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .from
}
