internal import CLibZ
import Hummingbird

/// The gzip content coding (RFC 9110 section 8.4.1.3), for bytes that are the same to everyone. Pages of somebody signed in
/// are never compressed: their length would tell about the secrets in them.
enum Gzip {
    /// Nil where it would not be shorter.
    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        guard !bytes.isEmpty, let length = UInt32(exactly: bytes.count) else { return nil }
        var stream = z_stream()
        guard z_shim_start_gzip(&stream, 6) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let output = [UInt8](unsafeUninitializedCapacity: bytes.count) { room, count in
            let done = input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = length
                stream.next_out = room.baseAddress
                stream.avail_out = length
                return deflate(&stream, Z_FINISH)
            }
            count = done == Z_STREAM_END ? bytes.count - Int(stream.avail_out) : 0
        }
        return output.isEmpty ? nil : output
    }

    /// Whether the client takes it, by its own word; not said is no.
    static func isAccepted(in headers: HTTPFields) -> Bool {
        headers[values: .acceptEncoding].joined(separator: ",").split(separator: ",").contains { entry in
            let parts = entry.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
            guard let coding = parts.first, coding == "gzip" || coding == "*" else { return false }
            guard let quality = parts.dropFirst().first(where: { $0.hasPrefix("q=") }) else { return true }
            return (Double(quality.dropFirst(2)) ?? 0) > 0
        }
    }
}
