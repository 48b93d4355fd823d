/// The little of SVG that charts and icons need. Colours come from the stylesheet through classes.
package enum SVG {
    package enum Names {
        package enum Svg: ElementName { package static var tags: Tags { Tags("<svg", "</svg>") } }
        package enum G: PlainElementName { package static var tags: Tags { Tags("<g", "</g>") } }
        package enum Title: PlainElementName { package static var tags: Tags { Tags("<title", "</title>") } }
        package enum Path: PlainElementName { package static var tags: Tags { Tags("<path", "</path>") } }
        package enum Rect: PlainElementName { package static var tags: Tags { Tags("<rect", "</rect>") } }
        package enum Circle: PlainElementName { package static var tags: Tags { Tags("<circle", "</circle>") } }
        package enum Line: PlainElementName { package static var tags: Tags { Tags("<line", "</line>") } }
        package enum Polyline: PlainElementName { package static var tags: Tags { Tags("<polyline", "</polyline>") } }
        package enum Words: PlainElementName { package static var tags: Tags { Tags("<text", "</text>") } }
    }

    package typealias Svg = Element<Names.Svg>
    package typealias G = Element<Names.G>
    package typealias Title = Element<Names.Title>
    package typealias Path = Element<Names.Path>
    package typealias Rect = Element<Names.Rect>
    package typealias Circle = Element<Names.Circle>
    package typealias Line = Element<Names.Line>
    package typealias Polyline = Element<Names.Polyline>
    package typealias Words = Element<Names.Words>

    /// A measure or a shape of a drawing.
    package enum Geometry: Sendable {
        case x, y, x1, y1, x2, y2, cx, cy, r, rx, width, height

        var name: StaticString {
            switch self {
            case .x: " x=\""
            case .y: " y=\""
            case .x1: " x1=\""
            case .y1: " y1=\""
            case .x2: " x2=\""
            case .y2: " y2=\""
            case .cx: " cx=\""
            case .cy: " cy=\""
            case .r: " r=\""
            case .rx: " rx=\""
            case .width: " width=\""
            case .height: " height=\""
            }
        }
    }

    /// How a drawing's text stands at its point.
    package enum Anchor: Sendable {
        case start, middle, end

        var name: StaticString {
            switch self {
            case .start: "start"
            case .middle: "middle"
            case .end: "end"
            }
        }
    }
}

extension Element where Name == SVG.Names.Svg {
    /// A drawing in units of its own. With a label it is a picture with that name; without, it is decoration.
    package init(
        width: Int, height: Int, label: String?, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup
    ) {
        let box = Attribute(" viewBox=\"", "0 0 \(width) \(height)")
        let name: [Attribute] = label.map { [.role(.img), .aria(.label, $0)] } ?? [.aria(.hidden, true)]
        self.init(made: [box, Attribute(" focusable=\"", fixed: "false")] + name + attributes, content: content())
    }
}

extension Attribute {
    package static func geometry(_ which: SVG.Geometry, _ value: Int) -> Attribute { Attribute(which.name, value) }
    /// A value to a hundredth of a unit; what is not a number, or beyond a million, is written as 0.
    package static func geometry(_ which: SVG.Geometry, _ value: Double) -> Attribute {
        Attribute(which.name, shortened(value))
    }
    /// The outline of a path.
    package static func outline(_ value: String) -> Attribute { Attribute(" d=\"", value) }
    /// The corners of a polyline.
    package static func points(_ points: [(x: Double, y: Double)]) -> Attribute {
        Attribute(" points=\"", points.map { shortened($0.x) + "," + shortened($0.y) }.joined(separator: " "))
    }
    package static func anchor(_ anchor: SVG.Anchor) -> Attribute { Attribute(" text-anchor=\"", fixed: anchor.name) }

    private static func shortened(_ value: Double) -> String {
        guard value.isFinite, abs(value) <= 1_000_000 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        if hundredths % 100 == 0 { return String(hundredths / 100) }
        return String(Double(hundredths) / 100)
    }
}
