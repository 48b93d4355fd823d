import Domain
import Testing

@Suite("Guests as they are typed")
struct GuestTests {
    @Test("An address alone is the guest's address, anything else a name")
    func whoIsMeant() throws {
        #expect(try NewGuest(name: "Ida@Example.org").email == "ida@example.org")
        #expect(try NewGuest(name: "Ida Bright").email == nil)
        #expect(try NewGuest(name: "Ida Bright", email: "ida@example.org").name == "Ida Bright")
        #expect(throws: GuestRefusal.nobody) { try NewGuest(name: "  ") }
        #expect(throws: GuestRefusal.emailMalformed) { try NewGuest(name: "Ida", email: "ida") }
    }

    @Test("A name of 300 letters, from right to left or with pictures is taken as it is; a longer one is not")
    func names() throws {
        for name in [String(repeating: "é", count: 300), "محمد بن عبد الله", "Grace 🌟👩‍👧"] {
            #expect(try NewGuest(name: name).name == name)
        }
        #expect(throws: GuestRefusal.self) { try NewGuest(name: String(repeating: "x", count: 301)) }
        #expect(throws: GuestRefusal.self) { try NewGuest(name: "About case 4711") }
    }

    @Test("A party is from 1 to 50", arguments: [0, -1, 51])
    func parties(_ party: Int) {
        #expect(throws: GuestRefusal.partyOutOfRange) { try NewGuest(name: "Ida", party: party) }
    }

    @Test("Known needs are counted, the rest stays in their own words, and what is written reads the same again")
    func needs() throws {
        let needs = try GuestNeeds(
            diet: "2 Vegetarian; halal; no mushrooms; nothing fried", access: "step-free", party: 3)
        #expect(needs.people == [.vegetarian: 2, .halal: 1, .stepFree: 1])
        #expect(needs.diet == "no mushrooms; nothing fried" && needs.access.isEmpty)
        #expect(needs.dietWords == "2 vegetarian; halal; no mushrooms; nothing fried")
        #expect(try GuestNeeds(diet: needs.dietWords, access: needs.accessWords, party: 3) == needs)
    }

    @Test("No more can need something than come", arguments: ["4 vegan", "0 vegan"])
    func tooMany(_ diet: String) {
        #expect(throws: GuestRefusal.moreThanParty(3)) { try GuestNeeds(diet: diet, access: nil, party: 3) }
    }

    @Test("Needs hold no case number")
    func caseNumbers() {
        #expect(throws: GuestRefusal.self) { try GuestNeeds(diet: nil, access: "see case 4711", party: 1) }
    }
}
