import Foundation
import TestSupport
import Testing

@testable import Pictures

@Suite("Pictures drawn anew")
struct DarkroomTests {
    private func size(_ bytes: [UInt8]) throws -> [Int] {
        let header = try #require(PictureHeader(bytes))
        #expect(header.format == .jpeg)
        return [header.width, header.height]
    }

    @Test(
        "Every format becomes a JPEG of its size with a small one beside it",
        arguments: [
            TestPicture.png(), TestPicture.webp, TestPicture.heic,
        ])
    func formats(_ bytes: [UInt8]) throws {
        let drawn = try Darkroom.draw(bytes)
        #expect(try size(drawn.content) == [64, 48])
        #expect(try size(drawn.small) == [drawn.smallWidth, drawn.smallHeight])
    }

    @Test("Where it was taken, and every other word, is in no byte of what is kept")
    func place() throws {
        let jpeg = TestPicture.jpeg()
        let photograph = TestPicture.photograph(jpeg)
        #expect(String(decoding: photograph, as: UTF8.self).contains("SECRETPLACE"))
        let drawn = try Darkroom.draw(photograph)
        for bytes in [drawn.content, drawn.small] {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in ["SECRETPLACE", "Exif", "CREATOR", "gd-jpeg"] { #expect(!text.contains(word), "\(word)") }
        }
    }

    @Test("The longer side has at most 2,000 points, of the small one 320, and what is small stays")
    func fitted() throws {
        let drawn = try Darkroom.draw(TestPicture.png(4000, 100))
        #expect(try size(drawn.content) == [2000, 50])
        #expect(try size(drawn.small) == [320, 8])
        #expect(try size(Darkroom.draw(TestPicture.png(1, 900)).small) == [1, 320])
    }

    @Test(
        "It is turned as the camera lay",
        arguments: [(1, [64, 48]), (3, [64, 48]), (5, [48, 64]), (6, [48, 64]), (8, [48, 64])])
    func turned(_ orientation: Int, _ expected: [Int]) throws {
        let jpeg = TestPicture.jpeg()
        let drawn = try Darkroom.draw(TestPicture.photograph(jpeg, orientation: orientation))
        #expect(try size(drawn.content) == expected)
        // Once it is turned it says nothing of it any more.
        #expect(PictureHeader(drawn.content)?.orientation == 1)
    }

    @Test("What declares too many points is not decoded")
    func declared() {
        #expect(throws: PictureProblem.tooManyPoints) {
            try Darkroom.draw(TestPicture.png(10, 10, declaring: (60_000, 60_000)))
        }
        #expect(throws: PictureProblem.tooManyPoints) {
            try Darkroom.draw(TestPicture.png(10, 10, declaring: (0xFFFF_FFFF, 0xFFFF_FFFF)))
        }
    }

    @Test("What is cut off or spoilt is unreadable, or drawn as far as it goes")
    func spoilt() async throws {
        let whole = TestPicture.png(40, 40)
        #expect(throws: PictureProblem.unreadable) { try Darkroom.draw(Array(whole.prefix(60))) }
        #expect(throws: PictureProblem.unreadable) { try Darkroom.draw([]) }
        #expect(throws: PictureProblem.unreadable) { try Darkroom.draw(Array(TestPicture.heic.prefix(500))) }
        let jpeg = try Darkroom.draw(whole).content
        var drawn = 0
        for length in stride(from: 2, to: jpeg.count, by: 7) {
            await Task.yield()
            if (try? Darkroom.draw(Array(jpeg.prefix(length)))) != nil { drawn += 1 }
        }
        #expect(drawn < jpeg.count / 7)
    }
}
