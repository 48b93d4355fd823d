/// COPY … FROM STDIN on a leased connection.
struct CopyInRequest: Sendable {
    let sql: String
    /// The server is ready for data.
    let started = Promise<Void>()
    /// The number of rows copied.
    let finished = Promise<Int>()
    /// Chunks to send; the loop answers each when the socket has taken it.
    struct Chunk: Sendable {
        let bytes: [UInt8]
        let sent = Promise<Void>()
    }
}
