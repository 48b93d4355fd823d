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
        /// Whether a row of it could not be read, so that it is looked at and not taken.
        var isBroken = false
    }

    let services: Services

    package init(services: Services) {
        self.services = services
    }

    package func run(_ bytes: [UInt8], by actor: Actor, in work: Work? = nil) async throws -> ImportReport {
        let document = CSVDocument.read(bytes, expecting: CSVExpectation(required: Self.columns, optional: []))
        var table = ImportTable(document, shift: 0, isSeed: false)
        let papers = read(&table)
        guard !papers.isEmpty else { return table.finished }
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
            guard let judge, let candidate else {
                table.finish(row, nil)
                continue
            }
            let key = "\(candidate.text) \(judge)"
            let place = places[key] ?? papers.count
            if place == papers.count {
                papers.append(Paper(candidate: candidate, judge: judge))
                places[key] = place
            }
            guard row.isGood, let criterion, let mark else {
                papers[place].isBroken = true
                table.finish(row, nil)
                continue
            }
            papers[place].marks.append(.init(criterion: criterion, mark: mark))
            papers[place].lines.append(row)
        }
        return papers
    }

    /// A whole name, or the category's name and the code.
    private func path(_ row: inout ImportRow) -> AwardPath? {
        let (category, candidate) = (row.text("category") ?? "", row.text("candidate") ?? "")
        guard candidate.contains("/") || category.contains("/") else {
            row.refuse("category", "Write the award with its scheme, like staff-awards/team-of-the-year.")
            return nil
        }
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

    /// Takes every paper that is whole; of the others, and of one that is refused, every row says what is wrong with it.
    private func take(_ papers: [Paper], _ table: inout ImportTable, _ actor: Actor, _ work: Work) async throws {
        for paper in papers {
            var lines = paper.lines
            do {
                try await check(paper, &lines, actor, work)
                if !paper.isBroken, lines.allSatisfy(\.isGood) {
                    let receipt = try await work.allOrNothing {
                        try await services.awards.typeBallot(
                            paper.candidate, judge: paper.judge, marks: paper.marks, by: actor, in: work)
                    }
                    for place in lines.indices {
                        lines[place].change = Self.change(paper.marks[place], receipt)
                        table.finish(lines[place], Self.outcome(receipt))
                    }
                } else {
                    for line in lines { table.finish(line, nil) }
                }
            } catch let refusal as any Refusal {
                for place in lines.indices {
                    if lines[place].isGood { lines[place].refuse(Self.column(refusal), refusal.message) }
                    table.finish(lines[place], nil)
                }
            }
        }
    }

    /// Each mark by itself: for a criterion that there is, once, and within its bounds.
    private func check(_ paper: Paper, _ lines: inout [ImportRow], _ actor: Actor, _ work: Work) async throws {
        let criteria = try await services.awards.criteria(
            of: AwardPath(scheme: paper.candidate.scheme, part: paper.candidate.part), by: actor, in: work)
        var given: Set<ID<AwardCriterion>> = []
        for place in lines.indices {
            do {
                let criterion = try AwardsService.criterion(of: paper.marks[place], criteria)
                if !given.insert(criterion.id).inserted {
                    lines[place].refuse("criterion", "This ballot has a mark for \(criterion.name) already.")
                }
            } catch {
                lines[place].refuse(Self.column(error), error.message)
            }
        }
    }

    private static func outcome(_ receipt: AwardsService.BallotReceipt) -> ImportOutcome {
        switch receipt.outcome {
        case .added: .added
        case .changed: .changed
        case .unchanged: .unchanged
        }
    }

    /// "Impact: 7", or "Impact: 8 becomes 7".
    private static func change(_ mark: AwardsService.NamedMark, _ receipt: AwardsService.BallotReceipt) -> String {
        let before = receipt.outcome == .changed ? receipt.before[mark.criterion] : nil
        let was = before.flatMap { $0 == mark.mark ? nil : "\($0) becomes " } ?? ""
        return "\(mark.criterion): \(was)\(mark.mark)"
    }

    private static func column(_ refusal: any Refusal) -> String {
        switch refusal {
        case AwardsRefusal.unknownCriterion, AwardsRefusal.markMalformed: "criterion"
        case AwardsRefusal.markOutside, AwardsRefusal.markMissing: "mark"
        case AwardsRefusal.notTheirs: "candidate"
        case AwardsRefusal.ballotOfJudge: "judge_email"
        case PeopleRefusal.nothingNamed(let kind, _, _) where kind == "judge": "judge_email"
        default: "category"
        }
    }
}
