/// Section 2, on the calendar's own properties.
struct CalendarProblems {
    let tree: ComponentTree

    func find(_ problems: inout ProblemList) {
        once("VERSION", "2.1", &problems)
        once("PRODID", "2.1", &problems)
        once("CALSCALE", "2.2", &problems)
        for name in ["METHOD", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "LAST-MODIFIED"]
        where tree.all(name).count > 1 {
            problems.add(tree.all(name)[1].number, "2.1", "\(name) stands twice.")
        }
        findMethod(in: tree.components, &problems)
        if tree.components.isEmpty { problems.add(tree.line, "2.5", "The calendar holds no component.") }
        if let name = tree.first("NAME"), name.value != tree.first("X-WR-CALNAME")?.value {
            problems.add(name.number, "2.6", "NAME and X-WR-CALNAME differ.")
        }
        for line in tree.all("REFRESH-INTERVAL") where line.property.parameter("VALUE") != "DURATION" {
            problems.add(line.number, "2.7", "REFRESH-INTERVAL needs VALUE=DURATION.")
        }
        for line in tree.all("SOURCE") {
            problems.add(line.number, "2.8", "SOURCE may carry the secret of a feed.")
        }
    }

    private func once(_ name: String, _ rule: String, _ problems: inout ProblemList) {
        let count = tree.all(name).count
        if count != 1 { problems.add(tree.line, rule, "\(name) stands \(count) times in the calendar, not once.") }
    }

    private func findMethod(in components: [ComponentTree], _ problems: inout ProblemList) {
        for component in components {
            for line in component.all("METHOD") {
                problems.add(line.number, "2.3", "METHOD stands inside \(component.name).")
            }
            findMethod(in: component.components, &problems)
        }
    }
}
