import Domain

/// What is looked at before the rules of a scheme are written.
extension AwardsService {
    func checked(_ new: NewScheme) throws -> NewScheme {
        var scheme = new
        scheme.title = try FreeText.line(new.title, "a title")
        guard new.opensAt < new.closesAt else { throw AwardsRefusal.closesBeforeOpening }
        guard (1...50).contains(new.quorum) else { throw AwardsRefusal.outOfRange("The quorum", 1...50) }
        guard (50...1000).contains(new.wordLimit) else {
            throw AwardsRefusal.outOfRange("The limit of words", 50...1000)
        }
        if let most = new.mostAwards, !(1...50).contains(most) {
            throw AwardsRefusal.outOfRange("The number of awards that one nominee may stand in", 1...50)
        }
        return scheme
    }

    func checked(_ new: NewCategory) throws -> NewCategory {
        guard (1...50).contains(new.winners) else { throw AwardsRefusal.outOfRange("The number of winners", 1...50) }
        var category = new
        category.title = try FreeText.line(new.title, "a title")
        category.eligibility = try FreeText.prose(new.eligibility, "who is eligible", longest: 2000)
        category.bands = try new.bands.map { try FreeText.line($0, "a band", longest: 40) }
        guard Set(category.bands).count == category.bands.count else { throw AwardsRefusal.taken("One of the bands") }
        return category
    }

    func checked(
        _ name: String, _ scale: String, weight: Double, lowest: Int, highest: Int
    ) throws -> (name: String, scale: String) {
        let name = try FreeText.line(name, "a name for the criterion", longest: 100)
        guard !name.contains("=") else { throw AwardsRefusal.markMalformed(name) }
        let scale = try FreeText.prose(scale, "the scale", longest: 2000)
        guard weight > 0, weight <= 1000 else { throw JudgingRefusal.badWeight(criterion: 0) }
        guard lowest >= -1000, highest <= 1000, lowest < highest else { throw JudgingRefusal.badScale }
        return (name, scale)
    }
}
