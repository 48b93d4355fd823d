import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// What a stream has to say when it is asked.
enum StreamNews {
    case nothing
    case message(ByteBuffer)
    /// After which it ends.
    case last(ByteBuffer)

    /// Words that say only that something is another.
    static let changed = StreamNews.message(ByteBuffer(string: "data: changed\n\n"))

    /// A part of a page as it is now.
    static func html(_ bytes: [UInt8]) -> ByteBuffer {
        var json = JSONWriter()
        json.object { $0.member("html", String(decoding: bytes, as: UTF8.self)) }
        var buffer = ByteBuffer(string: "data: ")
        buffer.writeBytes(json.bytes)
        buffer.writeString("\n\n")
        return buffer
    }
}

extension WebSite {
    /// Server-sent events to somebody who is signed in, for as long as they are and may listen, and until the server drains.
    ///
    /// - Parameters:
    ///   - pause: between two looks at whether something has changed.
    ///   - told: what the stream remembers of what it told.
    ///   - looksAlways: whether there is news that the change feed does not know of.
    ///   - mayListen: asked at every change, and every two seconds besides: whoever may not any more is told nothing more.
    ///   - news: asked at first, at every change, and anew every ten seconds, as what ends by itself raises no change.
    func stream<Told: Sendable>(
        _ context: SignedInContext, pause: Duration, told first: Told, looksAlways: Bool = false,
        mayListen: @escaping @Sendable () async throws -> Bool = { true },
        news: @escaping @Sendable (_ told: inout Told, _ generation: Int, _ isAnew: Bool) async throws -> StreamNews
    ) -> Response {
        guard let seat = screens.seat() else { return Self.tooManyListen(retryAfter: 10) }
        let body = ResponseBody { [self] writer in
            defer { withExtendedLifetime(seat) {} }
            try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
            var told = first
            var heard = -1
            var (asked, beat) = (ContinuousClock.now, ContinuousClock.now)
            listening: while places.isTelling {
                let generation = services.changes.generation
                let now = ContinuousClock.now
                let hasChanged = generation != heard
                if hasChanged || now - asked >= .seconds(2) {
                    guard try await isSignedIn(context), try await mayListen() else { break }
                    asked = now
                }
                let isAnew = now - beat >= .seconds(10)
                if isAnew {
                    beat = now
                    context.web.carryOn(deadlines)
                    try await writer.write(ByteBuffer(string: ": still here\n\n"))
                }
                if hasChanged || isAnew || looksAlways {
                    heard = generation
                    switch try await news(&told, generation, isAnew) {
                    case .nothing: break
                    case .message(let message):
                        context.web.carryOn(deadlines)
                        try await writer.write(message)
                    case .last(let message):
                        context.web.carryOn(deadlines)
                        try await writer.write(message)
                        break listening
                    }
                }
                try await Task.sleep(for: pause)
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: Self.streamHeaders, body: body)
    }

    /// A proxy passes every message on as it comes.
    static let streamHeaders: HTTPFields = [
        .contentType: "text/event-stream", .cacheControl: "no-store",
        HTTPField.Name("X-Accel-Buffering") ?? .via: "no",
    ]

    static func tooManyListen(retryAfter seconds: Int) -> Response {
        var response = Response.plain("Too many are listening. Ask again later.\n", status: .serviceUnavailable)
        response.headers[.retryAfter] = String(seconds)
        return response
    }
}
