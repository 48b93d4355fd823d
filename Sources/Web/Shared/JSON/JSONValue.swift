/// A JSON value as somebody sent it, or as part of a document that is written once. Members keep their order.
indirect enum JSONValue: Sendable, Equatable {
    struct Member: Sendable, Equatable {
        var name: String
        var value: JSONValue
    }

    case null
    case bool(Bool)
    case whole(Int)
    /// A number that is no whole number of 64 bits.
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([Member])

    /// The member's value, the last one where the name is repeated; nil when there is none, or this is no object.
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    var asText: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var asArray: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    var bytes: [UInt8] {
        var json = JSONWriter(capacity: 4096)
        write(to: &json)
        return json.bytes
    }

    func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .bool(let flag): json.value(flag)
        case .whole(let number): json.value(number)
        case .number(let number): json.value(number)
        case .text(let text): json.value(text)
        case .array(let items): json.array(of: items) { $1.write(to: &$0) }
        case .object(let members):
            json.object { json in
                for member in members {
                    json.name(member.name)
                    member.value.write(to: &json)
                }
            }
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }

    init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .whole(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
}
