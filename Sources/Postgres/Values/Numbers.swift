extension Bool: PostgresValue {
    package static var postgresType: PostgresType { .bool }
    package static var sample: Bool { true }

    package func encode(into bytes: inout ByteWriter) { bytes.write(self ? UInt8(1) : 0) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Bool {
        try bytes.number(UInt8.self, for: Bool.self) != 0
    }
}

/// Declared as bigint; reads the narrower columns too.
extension Int: PostgresValue {
    package static var postgresType: PostgresType { .int8 }
    package static var sample: Int { 1 }

    package static func accepts(_ type: PostgresType) -> Bool { type == .int8 || type == .int4 || type == .int2 }

    package func encode(into bytes: inout ByteWriter) { bytes.write(Int64(self)) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Int {
        switch bytes?.count {
        case 4: Int(try bytes.number(Int32.self, for: Int.self))
        case 2: Int(try bytes.number(Int16.self, for: Int.self))
        default: Int(try bytes.number(Int64.self, for: Int.self))
        }
    }
}

extension Int32: PostgresValue {
    package static var postgresType: PostgresType { .int4 }
    package static var sample: Int32 { 1 }

    package func encode(into bytes: inout ByteWriter) { bytes.write(self) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Int32 {
        try bytes.number(Int32.self, for: Int32.self)
    }
}

extension Int16: PostgresValue {
    package static var postgresType: PostgresType { .int2 }
    package static var sample: Int16 { 1 }

    package func encode(into bytes: inout ByteWriter) { bytes.write(self) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Int16 {
        try bytes.number(Int16.self, for: Int16.self)
    }
}

/// Declared as double precision; reads real too.
extension Double: PostgresValue {
    package static var postgresType: PostgresType { .float8 }
    package static var sample: Double { 1 }

    package static func accepts(_ type: PostgresType) -> Bool { type == .float8 || type == .float4 }

    package func encode(into bytes: inout ByteWriter) { bytes.write(bitPattern) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Double {
        if bytes?.count == 4 {
            return Double(Float(bitPattern: try bytes.number(UInt32.self, for: Double.self)))
        }
        return Double(bitPattern: try bytes.number(UInt64.self, for: Double.self))
    }
}

/// PostgreSQL's one-byte "char"; an array of these is bytea, not an array of "char".
extension UInt8: PostgresValue {
    package static var postgresType: PostgresType { .char }
    package static var arrayType: PostgresType { .bytea }
    package static var sample: UInt8 { 97 }

    package func encode(into bytes: inout ByteWriter) { bytes.write(self) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> UInt8 {
        try bytes.number(UInt8.self, for: UInt8.self)
    }

    package static func encode(array: [UInt8], into bytes: inout ByteWriter) { bytes.write(contentsOf: array) }

    package static func decode(
        array bytes: UnsafeRawBufferPointer, type: PostgresType
    ) throws(PostgresError) -> [UInt8] {
        [UInt8](bytes)
    }
}
