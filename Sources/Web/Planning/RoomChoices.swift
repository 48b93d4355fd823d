import Domain
import Foundation
import HTML

/// The rooms to choose from, each with how many it holds and what else is there on the day that was typed.
struct RoomChoices: Component {
    var plan: Plan
    /// The reference of the session that is placed, which is not in its own way.
    var placing: String?
    var chosen: String
    var day: Day?
    /// When it is to be, if that can be read.
    var during: (starts: Date, ends: Date)?
    var error: String?

    var body: Markup {
        Div(.id("rooms"), .data("rooms")) {
            ChoiceGroup(
                kind: .radios, name: "room", legend: "Room", hint: hint, error: error,
                choices: plan.rooms.map(choice) + [
                    Choice(
                        value: "", label: "No room", hint: "Online, elsewhere, or to be decided.",
                        isChosen: chosen.isEmpty)
                ])
        }
    }

    private var hint: String {
        guard let day else { return "Type a date above to see what else is in each room." }
        return "What else is there on \(day.spoken)."
    }

    private func choice(_ room: Room) -> Choice {
        Choice(
            value: room.printed, label: "\(room.site), \(room.name): holds \(room.capacity)", hint: use(of: room),
            isChosen: chosen == room.printed)
    }

    private func use(of room: Room) -> String {
        guard let day else { return room.access.isEmpty ? "No access note." : room.access }
        let there = plan.sessions.filter {
            $0.site == room.site && $0.room == room.name && $0.state != .cancelled && $0.reference != placing
                && SessionWords($0).day == day
        }
        guard !there.isEmpty else { return "Free all day." }
        let isBusy = there.contains { session in
            guard let during, let starts = session.startsAt, let ends = session.endsAt else { return false }
            return starts < during.ends && ends > during.starts
        }
        let list = there.map { "\(SessionWords($0).times) \($0.title)" }.joined(separator: "; ")
        return (during == nil ? "" : isBusy ? "Busy then: " : "Free then. Also: ") + list
    }
}
