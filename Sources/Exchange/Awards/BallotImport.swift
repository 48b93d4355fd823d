import CSV
package import Domain
package import Services

/// Paper ballots from a CSV file: `category,candidate,judge_email,criterion,mark`, one row for each mark. All of it or nothing.
package struct BallotImport: Sendable {
    package static let columns = ["category", "candidate", "judge_email", "criterion", "mark"]

    /// As for other files: that this one is too large, and what to do.
    package static func excess(_ bytes: [UInt8]) -> String? {
        CSVLimits.standard.excess(bytes, expecting: CSVExpectation(required: columns, optional: [])).map {
            "\($0) Repeat the row that names the columns at the top of each. Nothing was kept."
        }
    }

    private struct Paper {
        let candidate: AwardPath
        let judge: String
        var marks: [AwardsService.NamedMark] = []
        var lines: [ImportRow] = []
    }

    let services: Services

    package init(services: Services) {
        self.services = services
    }

    package func run(_ bytes: [UInt8], by actor: Actor, in work: Work? = nil) async throws -> ImportReport {
        let document = CSVDocument.read(bytes, expecting: CSVExpectation(required: Self.columns, optional: []))
        var table = ImportTable(document, shift: 0, isSeed: false)
        let papers = read(&table)
        guard table.report.isGood, !papers.isEmpty else { return table.finished }
        if let work {
            try await wholly(&table, actor, work)
        } else {
            do {
                try await services.work { work in
                    try await wholly(&table, actor, work)
                    if !table.report.isGood { throw NotGood() }
                }
            } catch is NotGood {}
        }
        return table.finished
    }

    private struct NotGood: Error {}

    /// With anything wrong the work is as it was before.
    private func wholly(_ table: inout ImportTable, _ actor: Actor, _ work: Work) async throws {
        var read = table
        do {
            try await work.allOrNothing {
                read.restart()
                try await take(self.read(&read), &read, actor, work)
                if !read.report.isGood { throw NotGood() }
            }
        } catch is NotGood {}
        table = read
    }

    /// The ballots of the file, in the order in which they begin.
    private func read(_ table: inout ImportTable) -> [Paper] {
        var papers: [Paper] = []
        var places: [String: Int] = [:]
        for record in table.records {
            var row = table.begin(record)
            let judge = row.email("judge_email")
            let criterion = row.line("criterion", "a criterion", upTo: 100, required: true)
            let mark = row.number("mark", in: -1000...1000, required: true)
            let candidate = path(&row)
            guard row.isGood, let judge, let criterion, let mark, let candidate else {
                table.finish(row, nil)
                continue
            }
            let key = "\(candidate.text) \(judge)"
            let place = places[key] ?? papers.count
            if place == papers.count {
                papers.append(Paper(candidate: candidate, judge: judge))
                places[key] = place
            }
            papers[place].marks.append(.init(criterion: criterion, mark: mark))
            papers[place].lines.append(row)
        }
        return papers
    }

    /// A whole name, or the category's name and the code.
    private func path(_ row: inout ImportRow) -> AwardPath? {
        let (category, candidate) = (row.text("category") ?? "", row.text("candidate") ?? "")
        do {
            let path = try AwardPath(candidate: candidate.contains("/") ? candidate : "\(category)/\(candidate)")
            let named = category.lowercased()
            guard named.isEmpty || named == path.part || named == "\(path.scheme)/\(path.part)" else {
                row.refuse("category", "The candidate is in another category.")
                return nil
            }
            return path
        } catch {
            row.refuse("candidate", error.message)
            return nil
        }
    }

    private func take(_ papers: [Paper], _ table: inout ImportTable, _ actor: Actor, _ work: Work) async throws {
        for paper in papers {
            do {
                _ = try await work.allOrNothing {
                    try await services.awards.typeBallot(
                        paper.candidate, judge: paper.judge, marks: paper.marks, by: actor, in: work)
                }
                for line in paper.lines { table.finish(line, .added) }
            } catch let refusal as any Refusal {
                for (place, line) in paper.lines.enumerated() {
                    var row = line
                    if place == 0 { row.refuse(refusal) }
                    table.finish(row, nil)
                }
            }
        }
    }
}
