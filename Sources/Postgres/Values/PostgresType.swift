/// A type of the database by its OID. Equality is by OID; the name is for people.
package struct PostgresType: Sendable, Hashable, CustomStringConvertible {
    package let oid: UInt32
    package let name: String

    package init(oid: UInt32, name: String? = nil) {
        self.oid = oid
        self.name = name ?? PostgresType.builtIn[oid]?.name ?? "type \(oid)"
    }

    /// Without a name, for the hot path of decoding.
    init(bare oid: UInt32) {
        self.oid = oid
        name = ""
    }

    package static func == (left: PostgresType, right: PostgresType) -> Bool { left.oid == right.oid }

    package func hash(into hasher: inout Hasher) { hasher.combine(oid) }

    package var description: String { name }
}

extension PostgresType {
    package static let unknown = PostgresType(oid: 0, name: "unknown")
    package static let bool = PostgresType(oid: 16, name: "boolean")
    package static let bytea = PostgresType(oid: 17, name: "bytea")
    package static let char = PostgresType(oid: 18, name: "\"char\"")
    package static let objectName = PostgresType(oid: 19, name: "name")
    package static let int8 = PostgresType(oid: 20, name: "bigint")
    package static let int2 = PostgresType(oid: 21, name: "smallint")
    package static let int4 = PostgresType(oid: 23, name: "integer")
    package static let text = PostgresType(oid: 25, name: "text")
    package static let oidType = PostgresType(oid: 26, name: "oid")
    package static let json = PostgresType(oid: 114, name: "json")
    package static let float4 = PostgresType(oid: 700, name: "real")
    package static let float8 = PostgresType(oid: 701, name: "double precision")
    package static let bpchar = PostgresType(oid: 1042, name: "character")
    package static let varchar = PostgresType(oid: 1043, name: "character varying")
    package static let date = PostgresType(oid: 1082, name: "date")
    package static let timestamp = PostgresType(oid: 1114, name: "timestamp")
    package static let timestamptz = PostgresType(oid: 1184, name: "timestamptz")
    package static let void = PostgresType(oid: 2278, name: "void")
    package static let uuid = PostgresType(oid: 2950, name: "uuid")
    package static let jsonb = PostgresType(oid: 3802, name: "jsonb")
    package static let int8range = PostgresType(oid: 3926, name: "int8range")
    package static let tsrange = PostgresType(oid: 3908, name: "tsrange")
    package static let tstzrange = PostgresType(oid: 3910, name: "tstzrange")
    package static let daterange = PostgresType(oid: 3912, name: "daterange")

    /// Element type's OID → array type's OID.
    private static let arrays: [UInt32: UInt32] = [
        16: 1000, 17: 1001, 18: 1002, 19: 1003, 20: 1016, 21: 1005, 23: 1007, 25: 1009, 26: 1028, 114: 199, 700: 1021,
        701: 1022, 1042: 1014, 1043: 1015, 1082: 1182, 1114: 1115, 1184: 1185, 2950: 2951, 3802: 3807, 3908: 3909,
        3910: 3911, 3912: 3913, 3926: 3927,
    ]

    private static let scalars: [PostgresType] = [
        .bool, .bytea, .char, .objectName, .int8, .int2, .int4, .text, .oidType, .json, .float4, .float8, .bpchar,
        .varchar, .date, .timestamp, .timestamptz, .void, .uuid, .jsonb, .int8range, .tsrange, .tstzrange, .daterange,
    ]

    private static let elements: [UInt32: PostgresType] = {
        var elements: [UInt32: PostgresType] = [:]
        for scalar in scalars {
            if let array = arrays[scalar.oid] { elements[array] = scalar }
        }
        return elements
    }()

    private static let builtIn: [UInt32: PostgresType] = {
        var types: [UInt32: PostgresType] = [:]
        for scalar in scalars {
            types[scalar.oid] = scalar
            if let array = arrays[scalar.oid] { types[array] = PostgresType(oid: array, name: scalar.name + "[]") }
        }
        return types
    }()

    /// The type of one-dimensional arrays of this type; `unknown` when this client knows none.
    package var array: PostgresType {
        guard let oid = PostgresType.arrays[oid] else { return .unknown }
        return PostgresType(oid: oid, name: name + "[]")
    }

    /// The type of an array's elements.
    package var element: PostgresType? { PostgresType.elements[oid] }
}
