import ArgumentParser
import Pictures

/// Not for people: the server starts it for each picture that is uploaded.
struct DrawPictureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: PictureChild.verb, abstract: "Draws a picture from standard input anew.", shouldDisplay: false)

    func run() { PictureChild.run() }
}
