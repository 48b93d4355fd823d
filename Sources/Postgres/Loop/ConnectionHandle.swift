internal import CLibPQ
import Foundation

/// Owns a connection of libpq. Made on a helper thread, then used by the loop's thread alone.
final class ConnectionHandle: @unchecked Sendable {
    let pointer: OpaquePointer
    let canceller: Canceller

    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
        canceller = Canceller(owning: PQgetCancel(pointer))
    }

    deinit { PQfinish(pointer) }
}

/// Asks the server to stop what a connection is doing. libpq allows that from any thread.
final class Canceller: @unchecked Sendable {
    private let cancel: OpaquePointer?

    init(owning cancel: OpaquePointer?) { self.cancel = cancel }

    deinit { PQfreeCancel(cancel) }

    /// Opens a connection of its own and blocks until the server has taken note, so it runs on a helper thread.
    func request(then done: @escaping @Sendable () -> Void) {
        Thread.detachNewThread { [self] in
            var message = [CChar](repeating: 0, count: 256)
            _ = PQcancel(cancel, &message, Int32(message.count))
            done()
        }
    }
}

extension ConnectionHandle {
    /// Connects on a helper thread: names are resolved, hosts tried and keys exchanged there, while the loop goes on.
    static func open(
        _ parameters: ConnectionParameters,
        then done: @escaping @Sendable (Result<ConnectionHandle, PostgresError>) -> Void
    ) {
        Thread.detachNewThread {
            done(connect(parameters))
        }
    }

    private static func connect(_ parameters: ConnectionParameters) -> Result<ConnectionHandle, PostgresError> {
        let keywords = CStrings(parameters.keywords)
        let values = CStrings(parameters.values)
        // The bare pointers do not keep the words, nor the connection: their owners are held until both are done with.
        let opened = withExtendedLifetime((keywords, values)) {
            PQconnectdbParams(keywords.pointers, values.pointers, 1)
        }
        guard let opened else { return .failure(PostgresError(.cannotConnect, note: "out of memory")) }
        let handle = ConnectionHandle(owning: opened)
        return withExtendedLifetime(handle) {
            guard PQstatus(opened) == CONNECTION_OK, PQsetnonblocking(opened, 1) == 0 else {
                return .failure(PostgresError(.cannotConnect, connection: opened))
            }
            // Notices would go to standard error, and may quote values.
            PQsetNoticeReceiver(opened, { _, _ in }, nil)
            return .success(handle)
        }
    }
}

/// An array of C strings that ends with a null pointer.
private final class CStrings {
    let pointers: [UnsafePointer<CChar>?]

    init(_ strings: [String]) {
        pointers = strings.map { strdup($0).map { UnsafePointer($0) } } + [nil]
    }

    deinit { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
}
