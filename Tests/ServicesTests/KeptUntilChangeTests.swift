import Services
import Testing

@Suite("What is kept until something changes")
struct KeptUntilChangeTests {
    @Test("is had again under its name, at the same generation only")
    func generation() {
        let kept = KeptUntilChange<Int>(most: 10)
        #expect(kept.value("one", generation: 1) == nil)
        kept.keep(1, as: "one", generation: 1)
        #expect(kept.value("one", generation: 1) == 1)
        #expect(kept.value("two", generation: 1) == nil)
        #expect(kept.value("one", generation: 2) == nil)
    }

    @Test("is not what a change overtook while it was read")
    func overtaken() {
        let kept = KeptUntilChange<String>(most: 10)
        kept.keep("new", as: "page", generation: 2)
        kept.keep("old", as: "page", generation: 1)
        #expect(kept.value("page", generation: 2) == "new")
        #expect(kept.value("page", generation: 1) == nil)
    }

    @Test("is forgotten with all the rest when a newer one comes, or one too many")
    func forgotten() {
        let kept = KeptUntilChange<Int>(most: 2)
        kept.keep(1, as: "one", generation: 1)
        kept.keep(2, as: "two", generation: 1)
        #expect(Set(kept.values(generation: 1)) == [1, 2])
        kept.keep(3, as: "three", generation: 1)
        #expect(kept.values(generation: 1) == [3])
        kept.keep(4, as: "four", generation: 2)
        #expect(kept.values(generation: 2) == [4])
    }

    @Test("is not believed for longer than was said")
    func age() {
        let kept = KeptUntilChange<Int>(most: 2, longest: .zero)
        kept.keep(1, as: "one", generation: 1)
        #expect(kept.value("one", generation: 1) == nil)
        #expect(kept.values(generation: 1).isEmpty)
    }
}
