import HTTPTypes
import Testing

@testable import Web

@Suite("Compressed answers")
struct GzipTests {
    @Test("Text becomes a shorter gzip member")
    func shorter() throws {
        let bytes = Array(String(repeating: "Practice Week ", count: 400).utf8)
        let compressed = try #require(Gzip.compressed(bytes))
        #expect(compressed.prefix(3) == [0x1F, 0x8B, 0x08])
        #expect(compressed.count < bytes.count / 10)
    }

    @Test(
        "What would not become shorter is left as it is", arguments: [[], [1], [1, 2, 3, 4, 5, 6, 7, 8]] as [[UInt8]])
    func leftAlone(_ bytes: [UInt8]) {
        #expect(Gzip.compressed(bytes) == nil)
    }

    @Test(
        "It is sent to whom it was asked by",
        arguments: [
            ("gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("GZIP", true), ("deflate, br", false),
            ("gzip;q=0", false),
            ("gzip; q=0.000", false), ("", false), ("gzip;q=x", false),
        ])
    func negotiation(_ field: String, _ isAccepted: Bool) {
        #expect(Gzip.isAccepted(in: [.acceptEncoding: field]) == isAccepted)
    }

    @Test("Nobody who said nothing gets it")
    func silent() {
        #expect(!Gzip.isAccepted(in: [:]))
    }
}
