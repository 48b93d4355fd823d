/// Names one lease, from before it is granted until it is given back.
struct LeaseID: Hashable, Sendable {
    let number: UInt64
}

struct ConnectionID: Hashable, Sendable {
    let number: UInt64
}

/// Statements that travel in one pipeline and end with one synchronisation point.
struct PipelineRequest: Sendable {
    /// How the pipeline leaves the transaction.
    enum Ending: Sendable {
        case none
        case commit
        case rollback
    }

    /// Commands without rows that go first: BEGIN, SAVEPOINT.
    var commands: [String] = []
    var calls: [StatementCall] = []
    var ending = Ending.none
    /// How long the server may say nothing, when that differs from the configuration's.
    var deadline: Duration?
    /// One result for each of `calls`.
    let promise = Promise<[QueryResult]>()
}

/// Text for the simple protocol; each element may hold several statements.
struct SimpleRequest: Sendable {
    let texts: [String]
    let promise = Promise<[QueryResult]>()
}

struct DescribeRequest: Sendable {
    let sql: String
    /// OIDs to declare, or none to let the server infer.
    let types: [UInt32]
    let promise = Promise<[QueryResult]>()
}

/// What a leased connection can be asked to do, in the order of asking.
enum Operation: Sendable {
    case pipeline(PipelineRequest)
    case simple(SimpleRequest)
    case describe(DescribeRequest)
    case copyOut(CopyOutRequest)
    case copyIn(CopyInRequest)

    func fail(_ error: PostgresError) {
        switch self {
        case .pipeline(let request): request.promise.fail(error)
        case .simple(let request): request.promise.fail(error)
        case .describe(let request): request.promise.fail(error)
        case .copyOut(let request): request.channel.finish(error)
        case .copyIn(let request): request.started.fail(error); request.finished.fail(error)
        }
    }
}
