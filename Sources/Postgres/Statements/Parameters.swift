/// The parameters of one execution in binary form, one after another in one buffer.
package struct Parameters: Sendable {
    /// The declared type of each parameter.
    package private(set) var types: [PostgresType] = []
    /// Bytes of each parameter in `writer`, -1 for NULL.
    private(set) var lengths: [Int32] = []
    private var writer = ByteWriter()

    package init() {}

    package mutating func append<Value: PostgresValue>(_ value: Value) {
        let type = Value.postgresType
        types.append(type)
        guard type != .unknown else {
            writer.fail(PostgresError(.encoding, note: "\(Value.self) has no type in PostgreSQL"))
            return
        }
        guard !value.isNull else {
            lengths.append(-1)
            return
        }
        let start = writer.bytes.count
        value.encode(into: &writer)
        guard let length = Int32(exactly: writer.bytes.count - start) else {
            writer.fail(PostgresError(.encoding, note: "a parameter of more than 2 GB"))
            return
        }
        lengths.append(length)
    }

    var bytes: [UInt8] { writer.bytes }

    /// The first value that could not be encoded.
    var failure: PostgresError? {
        if let failure = writer.failure { return failure }
        // The protocol counts parameters in 16 bits.
        return types.count > 65_535 ? PostgresError(.encoding, note: "more than 65,535 parameters") : nil
    }
}
