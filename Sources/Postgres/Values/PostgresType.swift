/// A type of the database by its OID.
package struct PostgresType: Sendable, Hashable, CustomStringConvertible {
    package let oid: UInt32

    @inlinable
    package init(oid: UInt32) { self.oid = oid }

    /// The name of a built-in type that this client knows, else the OID.
    package var description: String {
        if let name = PostgresType.names[oid] { return name }
        if let element, let name = PostgresType.names[element.oid] { return name + "[]" }
        return "type \(oid)"
    }
}

extension PostgresType {
    package static var unknown: PostgresType { PostgresType(oid: 0) }
    package static var bool: PostgresType { PostgresType(oid: 16) }
    package static var bytea: PostgresType { PostgresType(oid: 17) }
    package static var char: PostgresType { PostgresType(oid: 18) }
    package static var objectName: PostgresType { PostgresType(oid: 19) }
    package static var int8: PostgresType { PostgresType(oid: 20) }
    package static var int2: PostgresType { PostgresType(oid: 21) }
    package static var int4: PostgresType { PostgresType(oid: 23) }
    package static var text: PostgresType { PostgresType(oid: 25) }
    package static var objectID: PostgresType { PostgresType(oid: 26) }
    package static var json: PostgresType { PostgresType(oid: 114) }
    package static var float4: PostgresType { PostgresType(oid: 700) }
    package static var float8: PostgresType { PostgresType(oid: 701) }
    package static var bpchar: PostgresType { PostgresType(oid: 1042) }
    package static var varchar: PostgresType { PostgresType(oid: 1043) }
    package static var date: PostgresType { PostgresType(oid: 1082) }
    package static var timestamp: PostgresType { PostgresType(oid: 1114) }
    package static var timestamptz: PostgresType { PostgresType(oid: 1184) }
    package static var void: PostgresType { PostgresType(oid: 2278) }
    package static var uuid: PostgresType { PostgresType(oid: 2950) }
    package static var jsonb: PostgresType { PostgresType(oid: 3802) }
    package static var tsrange: PostgresType { PostgresType(oid: 3908) }
    package static var tstzrange: PostgresType { PostgresType(oid: 3910) }
    package static var daterange: PostgresType { PostgresType(oid: 3912) }
    package static var int8range: PostgresType { PostgresType(oid: 3926) }

    private static let names: [UInt32: String] = [
        0: "unknown", 16: "boolean", 17: "bytea", 18: "\"char\"", 19: "name", 20: "bigint", 21: "smallint",
        23: "integer", 25: "text", 26: "oid", 114: "json", 700: "real", 701: "double precision", 1042: "character",
        1043: "character varying", 1082: "date", 1114: "timestamp", 1184: "timestamptz", 1700: "numeric",
        2278: "void", 2950: "uuid", 3802: "jsonb", 3908: "tsrange", 3910: "tstzrange", 3912: "daterange",
        3926: "int8range",
    ]

    /// Element type's OID → array type's OID.
    private static let arrays: [UInt32: UInt32] = [
        16: 1000, 17: 1001, 18: 1002, 19: 1003, 20: 1016, 21: 1005, 23: 1007, 25: 1009, 26: 1028, 114: 199, 700: 1021,
        701: 1022, 1042: 1014, 1043: 1015, 1082: 1182, 1114: 1115, 1184: 1185, 1700: 1231, 2950: 2951, 3802: 3807,
        3908: 3909, 3910: 3911, 3912: 3913, 3926: 3927,
    ]

    private static let elements: [UInt32: UInt32] = Dictionary(
        arrays.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

    /// The type of one-dimensional arrays of this type; `unknown` when this client knows none.
    package var array: PostgresType { PostgresType(oid: PostgresType.arrays[oid] ?? 0) }

    /// The type of an array's elements.
    package var element: PostgresType? { PostgresType.elements[oid].map { PostgresType(oid: $0) } }
}
