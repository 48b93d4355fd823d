import Foundation
import Testing

@Suite("The rules of the house")
struct ArchitectureTests {
    @Test("The sources keep the rule", arguments: Rules.all)
    func kept(rule: Rule) throws {
        let files = try Sources.files()
        #expect(files.count > 1, "Sources were not found")
        let breaches = files.flatMap(rule.breaches)
        #expect(breaches.isEmpty, "\(breaches.joined(separator: "\n"))")
    }

    @Test("The control: the rule finds what breaks it, and lets pass what does not", arguments: Rules.all)
    func control(rule: Rule) {
        #expect(rule.breaches(rule.breaking).count == 1)
        #expect(rule.breaches(rule.keeping) == [])
    }

    @Test("Every folder of Sources is in the table")
    func everyLayerIsKnown() throws {
        let known = Set(House.layers.keys).union([House.executable])
        let found = try Sources.directories()
        #expect(found.subtracting(known) == [])
    }

    @Test("Every target declares the modules of the house that it imports")
    func declared() throws {
        let declared = Manifest.declared(in: try String(contentsOf: Manifest.file, encoding: .utf8))
        let files = Dictionary(grouping: try Sources.files() + Sources.tests(), by: \.layer)
        #expect(files.keys.contains("ServicesTests") && files.keys.contains("Services"))
        let breaches = files.flatMap { Manifest.breaches(of: $0.key, in: $0.value, declared: declared) }
        #expect(breaches.isEmpty, "\(breaches.sorted().joined(separator: "\n"))")
    }

    @Test("The control: a module that is imported and not declared is found")
    func undeclared() {
        let declared = Manifest.declared(
            in: "layer(\"Domain\"),\nlayer(\"Store\", [\"Domain\", crypto]),\ntests(\"Store\", [\"Domain\"])")
        #expect(declared == ["Domain": [], "Store": ["Domain"], "StoreTests": ["Domain", "Store"]])
        let file = SourceFile(path: "StoreTests/A.swift", text: "import Domain\n@testable import Store\nimport Web")
        #expect(Manifest.breaches(of: "StoreTests", in: [file], declared: declared).count == 1)
    }

    @Test(
        "Each forbidden way to name a clock or a random source is found",
        arguments: [
            "Date()", "Date.now", "UUID()", "Int.random(in: 0..<9)", "names.shuffled()", "names.randomElement()",
            "var g = SystemRandomNumberGenerator()", "func f(at: Date = .now) {}",
        ])
    func clocks(text: String) {
        #expect(Rules.clocks.breaches(SourceFile(path: "Store/Booking/A.swift", text: text)).count == 1)
        #expect(Rules.clocks.breaches(SourceFile(path: "Store/Booking/A.swift", text: "// \(text)")) == [])
    }

    @Test(
        "Each way to force a value out is found",
        arguments: ["a!", "a!.b", "f()!", "a[0]!", "var a: Int!", "b?.c!", "\"\\(a!)\"", "a! + b", "(a as? B)!"])
    func unwraps(text: String) {
        #expect(Rules.unwraps.breaches(SourceFile(path: "Domain/A.swift", text: text)).count == 1)
    }

    @Test(
        "What looks like unwrapping and is none passes",
        arguments: ["a != b", "!a", "(!a)", "a && !b", "\"a!\"", "a !== b", "#\"b!\"#"])
    func noUnwraps(text: String) {
        #expect(Rules.unwraps.breaches(SourceFile(path: "Domain/A.swift", text: text)) == [])
    }

    @Test("Code is told from comments and literals, however nested")
    func scanning() {
        let text = SourceText(
            ##"""
            let a = "b\(c("d") + e)f" /* g /* h */ "i */
            let j = #"k"l\#(m)"# // "n
            let o = "\"p"
            """##)
        #expect(text.literals.map(\.text) == ["d", "bf", #"k"l"#, "p"])
        #expect(
            text.code.map { $0.split(separator: " ").joined(separator: " ") } == [
                #"let a = " c(" ") + e ""#, ##"let j = #" m "#"##, #"let o = " ""#,
            ])
    }
}
