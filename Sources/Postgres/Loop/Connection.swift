internal import CLibPQ

/// One connection on the loop's thread: what was sent and is not answered, what waits behind it, what is prepared.
///
/// Pipelines follow one another without waiting. Everything else (simple protocol, COPY) has the connection to itself:
/// it starts when nothing is under way, and what comes after waits for its end.
final class Connection {
    enum Purpose: Equatable {
        case lease
        case read
        case listen(UInt64)
    }

    /// One answer that is expected, in the order of sending.
    enum Entry {
        case command
        case prepare(StatementCall)
        case statement(StatementCall)
        case ending(PipelineRequest.Ending)
        case sync
    }

    struct Prepared {
        let name: [CChar]
        var isReady = false
    }

    /// A pipeline under way.
    struct Flight {
        let request: PipelineRequest
        var results: [QueryResult] = []
        var error: PostgresError?
        /// The server stopped while it was at the ending itself: nobody knows how it went.
        var isEndingUnknown = false
    }

    /// What has the connection to itself.
    enum Exclusive {
        case simple(SimpleRequest, next: Int, last: QueryResult?, error: PostgresError?)
        case describe(DescribeRequest, step: Int, error: PostgresError?)
        case copyOut(CopyOutRequest, isCopying: Bool, error: PostgresError?)
        case copyIn(CopyInRequest, isCopying: Bool, result: QueryResult?, error: PostgresError?)
    }

    let id: ConnectionID
    let purpose: Purpose
    let handle: ConnectionHandle
    let socket: Int32
    /// The lease that holds it.
    var lease: LeaseID?
    /// Between being granted and being given back.
    var isOut = false
    /// Who waits for it to be given back.
    var returned: [Promise<Void>] = []
    var hasRolledBack = false
    /// This transaction's own limit for a statement.
    var deadline: Duration?
    /// How the last raw SQL failed.
    var simpleError: PostgresError?
    var flights = FIFO<Flight>()
    var entries = FIFO<Entry>()
    var exclusive: Exclusive?
    var waiting = FIFO<Operation>()
    var prepared: [ObjectIdentifier: Prepared] = [:]
    var prepareFailures: [ObjectIdentifier: PostgresError] = [:]
    var preparedCount = 0
    /// What the poller was told.
    var events: Poller.Events = []
    var isReadingPaused = false
    var wantsToWrite = false
    var isTouched = false
    /// A helper thread is asking the server to cancel; nothing new is sent meanwhile.
    var isCancelling = false
    /// The current work is being cancelled at our wish, and why.
    var cancelReason: PostgresError.Code?
    var isInPipelineMode = false
    /// Raw SQL ran on it, which may have left settings behind.
    var isDirty = false
    var isResetting = false
    /// Has to be closed rather than used again.
    var isSpent = false
    var lastProgress = Monotonic.now()

    init(id: ConnectionID, purpose: Purpose, handle: ConnectionHandle) {
        self.id = id
        self.purpose = purpose
        self.handle = handle
        socket = PQsocket(handle.pointer)
    }

    var pointer: OpaquePointer { handle.pointer }

    var isBusy: Bool { exclusive != nil || !entries.isEmpty || !waiting.isEmpty || isCancelling }

    /// Something was sent that has not been answered in full.
    var isUnderWay: Bool { exclusive != nil || !entries.isEmpty }

    var isInTransaction: Bool { PQtransactionStatus(pointer) != PQTRANS_IDLE }

    var isBroken: Bool { PQstatus(pointer) != CONNECTION_OK }
}

extension Connection.Exclusive {
    var isCopy: Bool {
        switch self {
        case .simple, .describe: false
        case .copyOut, .copyIn: true
        }
    }
}
