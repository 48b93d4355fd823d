import Foundation
import TestSupport
import Testing

@testable import Pictures

@Suite("A process for a picture")
struct PictureProcessTests {
    /// The program beside the tests, as the build puts it.
    private static var program: String? {
        CommandLine.arguments.lazy.filter { $0.contains(".xctest") }.map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().appending(path: "practiceweek").path
        }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    @Test("The program draws as it would itself, and gives up what it cannot read")
    func real() async throws {
        let process = PictureProcess(command: [try #require(Self.program), PictureChild.verb])
        #expect(try await process.draw(TestPicture.png()) == Darkroom.draw(TestPicture.png()))
        #expect(try await process.draw(TestPicture.heic) == Darkroom.draw(TestPicture.heic))
        await #expect(throws: PictureProblem.unreadable) { try await process.draw(Array("no picture".utf8)) }
        await #expect(throws: PictureProblem.tooManyPoints) {
            try await process.draw(TestPicture.png(10, 10, declaring: (60_000, 60_000)))
        }
    }

    @Test(
        "A process that hangs, dies or talks nonsense makes a picture unreadable",
        arguments: [
            ["/bin/sleep", "60"], ["/bin/false"], ["/bin/cat"], ["/usr/bin/yes"],
        ])
    func broken(_ command: [String]) async throws {
        let process = PictureProcess(command: command, longest: .milliseconds(300))
        await #expect(throws: PictureProblem.unreadable) { try await process.draw(TestPicture.png()) }
    }

    @Test("Without the program that is said, and no picture is blamed")
    func missing() async throws {
        await #expect(throws: PictureProcess.Failure.self) {
            try await PictureProcess(command: ["/nowhere/at/all"]).draw(TestPicture.png())
        }
    }

    @Test("It gets nothing of our environment, and nothing that we have open")
    func alone() async throws {
        let own = open("/dev/null", O_RDONLY)
        defer { close(own) }
        // An answer of the shell's: 0 and then as many bytes as make a small picture of 1 by 1 and a large one.
        let script =
            "test $(ls /proc/$$/fd | wc -l) -le 4 && test -z \"$HOME$PATH_SECRET\" && printf '\\0\\0\\0\\0\\1\\0\\0\\0\\1\\0\\0\\0\\1ab'"
        let process = PictureProcess(command: ["/bin/sh", "-c", script])
        let drawn = try await process.draw([])
        #expect(drawn == DrawnPicture(content: [98], small: [97], smallWidth: 1, smallHeight: 1))
    }
}
