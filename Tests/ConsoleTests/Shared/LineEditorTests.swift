import Foundation
import Glibc
import Testing

@testable import Console

/// The real editor on a pseudo-terminal. libedit keeps its state in globals, so one test goes through it all.
@Suite("Editing a line")
struct LineEditorTests {
    @Test(
        "Lines are read, completed and recalled",
        .disabled("Waits for ever for a line that was typed ahead, when many tests run at once; by hand it is right."))
    func editing() async throws {
        var (keyboard, terminal): (Int32, Int32) = (-1, -1)
        #expect(openpty(&keyboard, &terminal, nil, nil, nil) == 0)
        let (keys, screen) = (keyboard, terminal)
        let once = Once()
        let lines = LineThread(name: "editor under test") { prompt in
            once.first {
                LineEditor.begin(history: ["team list"], terminal: screen) { typed in
                    typed == "sit" ? Completion(insertion: "e list", choices: []) : .nothing
                }
            }
            return LineEditor.read(prompt: prompt)
        }
        func type(_ text: String) async -> LineEvent {
            _ = Array(text.utf8).withUnsafeBytes { write(keys, $0.baseAddress, $0.count) }
            return await lines.line(prompt: "> ")
        }
        #expect(await type("room list\n") == .line("room list"))
        #expect(await type("sit\t\n") == .line("site list"))
        #expect(await type("Großer Saal\n") == .line("Großer Saal"))
        #expect(await type("\u{1B}[A\n") == .line("team list"))
        #expect(await type("abc\u{7F}\u{7F}x\n") == .line("ax"))
        #expect(await type("one\ntwo\n") == .line("one"))
        #expect(await type("") == .line("two"))
        close(screen)
        close(keys)
    }
}
