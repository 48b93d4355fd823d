import HTML
import Services

/// The scores of an award as a drawing: for each candidate a dot, and a line as wide as it may well be wrong. The table below says
/// the same.
struct BoardChart: Component {
    var lines: [AwardsService.BoardLine]
    var isAdjusted: Bool

    private static let left = 130
    /// Few enough that letters can be read on a telephone.
    private static let width = 420
    private static let step = 24

    var body: Markup {
        let drawn = lines.filter { $0.result.rawMean != nil }
        if drawn.count > 1 {
            let height = Self.step * drawn.count + 34
            SVG.Svg(width: Self.width, height: height, label: label, .class("chart chart--small")) {
                for mark in stride(from: 0, through: 100, by: 25) {
                    SVG.Line(
                        .class("axis"), .geometry(.x1, Self.x(Double(mark))), .geometry(.x2, Self.x(Double(mark))),
                        .geometry(.y1, height - 26), .geometry(.y2, height - 20))
                    SVG.Words(
                        String(mark), .geometry(.x, Self.x(Double(mark))), .geometry(.y, height - 4), .anchor(.middle))
                }
                SVG.Line(
                    .class("axis"), .geometry(.x1, Self.x(0)), .geometry(.x2, Self.x(100)),
                    .geometry(.y1, height - 26), .geometry(.y2, height - 26))
                for (place, line) in drawn.enumerated() { row(line, Self.step * place + 14) }
            }
        }
    }

    private var label: String {
        isAdjusted
            ? "Scores from 0 to 100, allowing for severity, each with the range that it lies in four times in five"
            : "Mean scores from 0 to 100, each with the lowest and the highest"
    }

    private static func x(_ score: Double) -> Int {
        let share = min(100, max(0, score.isFinite ? score : 0)) / 100
        return left + (Int(exactly: (share * Double(width - left - 20)).rounded()) ?? 0)
    }

    @MarkupBuilder private func row(_ line: AwardsService.BoardLine, _ y: Int) -> Markup {
        let result = line.result
        let ends = isAdjusted ? (result.low, result.high) : (line.lowest, line.highest)
        SVG.Words(Self.short(line), .geometry(.x, Self.left - 10), .geometry(.y, y + 5), .anchor(.end))
        if let low = ends.0, let high = ends.1 {
            SVG.Line(
                .class("axis"), .geometry(.x1, Self.x(low)), .geometry(.x2, Self.x(high)), .geometry(.y1, y),
                .geometry(.y2, y))
        }
        SVG.Circle(
            .class("bar"), .geometry(.cx, Self.x((isAdjusted ? result.adjusted : nil) ?? result.rawMean ?? 0)),
            .geometry(.cy, y), .geometry(.r, 6))
    }

    private static func short(_ line: AwardsService.BoardLine) -> String {
        let name = line.nominee ?? line.code
        return name.count > 16 ? "\(name.prefix(15))…" : name
    }
}
