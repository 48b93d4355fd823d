import Domain
import Foundation
import Services

/// The objects of ceremonies as the API tells them, named as the console's columns are.
enum CeremonyShape: String, CaseIterable {
    case ceremony = "Ceremony"
    case item = "RunningOrderItem"
    case crew = "CrewMember"
    case cue = "Cue"
    case guest = "Guest"
    case table = "Table"
    case seat = "Seat"
    case wish = "SeatWish"

    private static let text: JSONValue = ["type": "string"]
    private static let perhaps: JSONValue = ["type": ["string", "null"]]
    private static let whole: JSONValue = ["type": "integer"]
    private static let perhapsWhole: JSONValue = ["type": ["integer", "null"]]
    private static let time: JSONValue = ["type": "string", "format": "date-time"]
    private static let perhapsTime: JSONValue = ["type": ["string", "null"], "format": "date-time"]
    private static let id: JSONValue = ["type": "string", "format": "uuid"]

    private var members: [(String, JSONValue)] {
        switch self {
        case .ceremony:
            [
                ("ceremony", Self.text), ("title", Self.text), ("room", Self.text), ("starts_at", Self.time),
                ("doors_at", Self.perhapsTime), ("ends_at", Self.perhapsTime),
                ("schemes", ["type": "array", "items": ["type": "string"]]), ("version", Self.perhapsWhole),
                ("state", Self.text), ("rehearsal", ["type": "boolean"]), ("sequence", Self.whole),
            ]
        case .item:
            [
                ("order", Self.perhapsWhole), ("starts_at", Self.time), ("minutes", Self.whole), ("kind", Self.text),
                ("title", Self.text), ("presenter", Self.perhaps), ("state", Self.text),
            ]
        case .crew: [("part", Self.text), ("name", Self.text), ("email", Self.text)]
        case .cue:
            [
                ("order", Self.perhapsWhole), ("title", Self.perhaps), ("state", Self.text), ("step", Self.whole),
                ("rehearsal", ["type": "boolean"]), ("sequence", Self.whole),
            ]
        case .guest:
            [
                ("id", Self.id), ("guest", Self.text), ("email", Self.perhaps), ("party", Self.whole),
                ("state", Self.text), ("coming", Self.perhapsWhole), ("arrived", Self.whole), ("table", Self.perhaps),
                ("diet", Self.text), ("access", Self.text),
            ]
        case .table: [("table", Self.text), ("seats", Self.whole), ("taken", Self.whole)]
        case .seat: [("table", Self.text), ("seat", Self.whole), ("guest", Self.text)]
        case .wish: [("one", Self.id), ("other", Self.id), ("wish", Self.text)]
        }
    }

    var schema: JSONValue {
        [
            "type": "object", "required": .array(members.map { .text($0.0) }),
            "properties": .object(members.map { .init(name: $0.0, value: $0.1) }),
        ]
    }

    /// The values in the order of the members.
    private func object(_ values: JSONValue...) -> JSONValue {
        .object(zip(members, values).map { .init(name: $0.0, value: $1) })
    }

    private static func perhaps(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
    private static func perhaps(_ number: Int?) -> JSONValue { number.map(JSONValue.whole) ?? .null }
    private static func time(_ at: Date?) -> JSONValue { perhaps(at.map(London.rfc3339)) }

    static func of(_ one: Ceremony) -> JSONValue {
        ceremony.object(
            .text(one.slug), .text(one.title), .text(one.room), time(one.startsAt), time(one.doorsAt),
            time(one.finishAt), .array(one.schemes.map(JSONValue.text)), perhaps(one.version),
            .text(one.cue.state.rawValue), .bool(one.cue.isRehearsal), .whole(one.cue.sequence))
    }

    static func of(_ one: RunningOrder.Item, _ cue: Cue) -> JSONValue {
        let state: Cue.State =
            one.isGiven || cue.state == .done
            ? .done : one.category != nil && one.category == cue.category ? cue.state : .waiting
        return item.object(
            perhaps(one.order), time(one.startsAt), .whole(one.minutes), .text(one.kind.rawValue), .text(one.title),
            perhaps(one.presenter), .text(state.rawValue))
    }

    static func of(_ one: CrewMember) -> JSONValue {
        crew.object(.text(one.part.rawValue), .text(one.name), .text(one.email))
    }

    static func cue(_ one: Cue, _ order: RunningOrder) -> JSONValue {
        let award = order.awards.first { $0.category == one.category }
        return cue.object(
            perhaps(award?.order), perhaps(award?.title), .text(one.state.rawValue), .whole(one.step),
            .bool(one.isRehearsal), .whole(one.sequence))
    }

    static func of(_ one: Guest) -> JSONValue {
        guest.object(
            .text(one.id.uuidString.lowercased()), .text(one.name), perhaps(one.email), .whole(one.party),
            .text(one.standing.rawValue), perhaps(one.coming), .whole(one.arrived), perhaps(one.table),
            .text(one.needs.dietWords), .text(one.needs.accessWords))
    }

    static func of(_ one: SeatingTable) -> JSONValue {
        table.object(.text(one.name), .whole(one.seats), .whole(one.taken))
    }

    static func seats(_ seating: Seating) -> [JSONValue] {
        seating.tables.flatMap { table in
            table.chairs.enumerated().map {
                seat.object(.text(table.name), .whole($0.offset + 1), .text($0.element))
            }
        }
    }

    static func wish(_ one: Guest, _ other: Guest, _ wish: String) -> JSONValue {
        Self.wish.object(
            .text(one.id.uuidString.lowercased()), .text(other.id.uuidString.lowercased()), .text(wish))
    }
}
