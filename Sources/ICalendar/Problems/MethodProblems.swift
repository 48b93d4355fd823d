/// Rules 2.4 and 6.1 to 6.5: what the METHOD of a calendar asks of its events.
struct MethodProblems {
    let tree: ComponentTree

    func find(_ problems: inout ProblemList) {
        let events = tree.components.filter { $0.name == "VEVENT" }
        for event in events {
            for line in event.properties where line.name == "ORGANIZER" || line.name == "ATTENDEE" {
                if !line.value.lowercased().hasPrefix("mailto:") {
                    problems.add(line.number, "6.3", "\(line.name) is not a mailto: address.")
                }
            }
        }
        switch tree.first("METHOD").flatMap({ CalendarMethod(rawValue: $0.value) }) {
        case .publish:
            for event in events {
                needs(event, "ORGANIZER", 1...1, "2.4", &problems)
                needs(event, "ATTENDEE", 0...0, "2.4", &problems)
            }
        case .request:
            for event in events { checkRequest(event, &problems) }
            oneUID(events, "6.1", &problems)
        case .cancel:
            for event in events { checkCancel(event, &problems) }
            oneUID(events, "6.2", &problems)
        default: break
        }
    }

    private func checkRequest(_ event: ComponentTree, _ problems: inout ProblemList) {
        needs(event, "ORGANIZER", 1...1, "6.1", &problems)
        needs(event, "ATTENDEE", 1...1, "6.5", &problems)
        needs(event, "SEQUENCE", 1...1, "6.1", &problems)
        needs(event, "REQUEST-STATUS", 0...0, "6.1", &problems)
        if event.first("STATUS")?.value == "CANCELLED" {
            problems.add(event.line, "6.1", "A request is not for a cancelled event.")
        }
    }

    private func checkCancel(_ event: ComponentTree, _ problems: inout ProblemList) {
        needs(event, "ORGANIZER", 1...1, "6.2", &problems)
        needs(event, "ATTENDEE", 1...1, "6.5", &problems)
        needs(event, "SEQUENCE", 1...1, "6.2", &problems)
        if let status = event.first("STATUS"), status.value != "CANCELLED" {
            problems.add(status.number, "6.2", "A cancellation has STATUS:CANCELLED or none.")
        }
        if event.components.contains(where: { $0.name == "VALARM" }) {
            problems.add(event.line, "6.2", "A cancellation has no alarm.")
        }
    }

    private func needs(
        _ event: ComponentTree, _ name: String, _ bounds: ClosedRange<Int>, _ rule: String,
        _ problems: inout ProblemList
    ) {
        let count = event.all(name).count
        guard !bounds.contains(count) else { return }
        problems.add(event.line, rule, "\(name) stands \(count) times; \(bounds.lowerBound) is right for this METHOD.")
    }

    private func oneUID(_ events: [ComponentTree], _ rule: String, _ problems: inout ProblemList) {
        if Set(events.map { $0.first("UID")?.value }).count > 1 {
            problems.add(tree.line, rule, "A message holds events of several UIDs.")
        }
    }
}
