import Foundation

enum Base64 {
    static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
    }

    /// Lines of 76 octets, each ended by CRLF.
    static func lines(_ bytes: [UInt8]) -> [UInt8] {
        let encoded = [UInt8](Data(bytes).base64EncodedData())
        var lines: [UInt8] = []
        lines.reserveCapacity(encoded.count + encoded.count / 38 + 2)
        for start in stride(from: 0, to: encoded.count, by: 76) {
            lines.append(contentsOf: encoded[start..<min(start + 76, encoded.count)])
            lines.append(contentsOf: [0x0D, 0x0A])
        }
        return lines
    }
}
