import Glibc
import Synchronization

/// Lines read from a descriptor, blocking.
final class DescriptorLines: Sendable {
    static let longest = 1 << 20

    private struct State {
        var bytes: [UInt8] = []
        var scanned = 0
        var hasEnded = false
    }

    private let descriptor: Int32
    private let state = Mutex(State())

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    func next() -> LineEvent {
        state.withLock { state in
            while true {
                if let end = state.bytes[state.scanned...].firstIndex(of: 0x0A) {
                    let line = Array(state.bytes[..<end])
                    state.bytes.removeSubrange(...end)
                    state.scanned = 0
                    return Self.event(line)
                }
                state.scanned = state.bytes.count
                guard state.bytes.count <= Self.longest else {
                    state.bytes = []
                    state.scanned = 0
                    state.hasEnded = true
                    return .unreadable("The line is longer than a megabyte.")
                }
                guard !state.hasEnded else {
                    let line = state.bytes
                    state.bytes = []
                    state.scanned = 0
                    return line.isEmpty ? .ended : Self.event(line)
                }
                read(into: &state)
            }
        }
    }

    private func read(into state: inout State) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        if count > 0 {
            state.bytes += buffer[..<count]
        } else if count == 0 || errno != EINTR {
            state.hasEnded = true
        }
    }

    static func event(_ bytes: [UInt8]) -> LineEvent {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .unreadable("The line is not UTF-8 text.")
        }
        return text.unicodeScalars.contains("\0") ? .unreadable("The line holds a NUL character.") : .line(text)
    }
}
