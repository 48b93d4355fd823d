/// COPY … TO STDOUT on a leased connection.
struct CopyOutRequest: Sendable {
    let sql: String
    let channel: CopyOutChannel
}
