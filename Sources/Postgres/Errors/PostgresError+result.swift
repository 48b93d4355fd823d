internal import CLibPQ

extension PostgresError {
    /// Reads the fields of an error result, which stays owned by the caller.
    init(result: OpaquePointer?) {
        func field(_ code: Character) -> String? {
            guard let value = PQresultErrorField(result, Int32(code.asciiValue ?? 0)) else { return nil }
            return String(cString: value)
        }
        let state = field("C")
        self.init(state == nil ? .connectionLost : .server, sqlState: state)
        if state == "57014" { code = .timeout }
        constraint = field("n")
        schema = field("s")
        table = field("t")
        column = field("c")
        let message = field("M") ?? String(cString: PQresultErrorMessage(result))
        debug = Debug(message: message, detail: field("D"), hint: field("H"), position: field("P"))
    }

    /// A failure that libpq reports on the connection itself.
    init(_ code: Code, connection: OpaquePointer?) {
        self.init(code)
        debug = Debug(message: String(cString: PQerrorMessage(connection)))
    }
}
