import Domain
import Services

/// What has become different about a session since somebody booked it, in sentences, what matters most first.
enum ChangeWords {
    static func sentences(_ change: BookingService.Change) -> [String] {
        let (before, after) = (change.before, change.after)
        var sentences: [String] = []
        if times(before) != times(after) {
            let isSameDay = London.local(before.startsAt).day == London.local(after.startsAt).day
            let words = { (content: ReleasedContent) in isSameDay ? "from \(hours(content))" : times(content) }
            sentences.append("It is now \(words(after)). It was \(words(before)).")
        }
        if place(before) != place(after) {
            sentences.append("It is now \(place(after)). It was \(place(before)).")
        }
        if before.facilitators != after.facilitators, !after.facilitators.isEmpty {
            sentences.append("It is now led by \(after.facilitators.joined(separator: " and ")).")
        }
        if before.title != after.title { sentences.append("It was called “\(before.title)”.") }
        if before.description != after.description { sentences.append("What it says about itself has been reworded.") }
        return sentences
    }

    /// The same for the edge of a card.
    static func short(_ change: BookingService.Change) -> String? {
        let (before, after) = (change.before, change.after)
        var words: [String] = []
        if times(before) != times(after) { words.append("time") }
        if place(before) != place(after) { words.append("place") }
        if before.facilitators != after.facilitators, !after.facilitators.isEmpty { words.append("who leads it") }
        if before.title != after.title { words.append("title") }
        if before.description != after.description { words.append("description") }
        guard let last = words.last else { return nil }
        let list = words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
        return "Changed since you booked: \(list)"
    }

    private static func hours(_ content: ReleasedContent) -> String {
        let (from, to) = (London.local(content.startsAt), London.local(content.endsAt))
        return "\(from.time.spoken) to \(from.day == to.day ? "" : "\(to.day.spoken), ")\(to.time.spoken)"
    }

    private static func times(_ content: ReleasedContent) -> String {
        "on \(London.local(content.startsAt).day.spoken), \(hours(content))"
    }

    private static func place(_ content: ReleasedContent) -> String {
        if let room = content.room { return "in \(room)" + (content.online ? ", and online" : "") }
        return content.online ? "online" : "in a place that is not decided yet"
    }
}
