package import Foundation

/// What a range type of PostgreSQL can be made of.
package protocol PostgresRangeBound: PostgresValue, Comparable {
    static var rangeType: PostgresType { get }
}

extension Date: PostgresRangeBound {
    package static var rangeType: PostgresType { .tstzrange }
}

extension PostgresDay: PostgresRangeBound {
    package static var rangeType: PostgresType { .daterange }
}

extension PostgresTimestamp: PostgresRangeBound {
    package static var rangeType: PostgresType { .tsrange }
}

extension Int: PostgresRangeBound {
    package static var rangeType: PostgresType { .int8range }
}

/// A range with its bounds as PostgreSQL keeps them; an absent bound is infinite.
package struct PostgresRange<Bound: PostgresRangeBound & Hashable>: Hashable, Sendable {
    package var lower: Bound?
    package var upper: Bound?
    package var includesLower: Bool
    package var includesUpper: Bool
    package private(set) var isEmpty = false

    package init(lower: Bound?, upper: Bound?, includesLower: Bool = true, includesUpper: Bool = false) {
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower
        self.includesUpper = includesUpper
    }

    /// The half-open range `[lower, upper)`.
    package init(_ range: Range<Bound>) { self.init(lower: range.lowerBound, upper: range.upperBound) }

    package static var empty: PostgresRange {
        var range = PostgresRange(lower: nil, upper: nil, includesLower: false)
        range.isEmpty = true
        return range
    }

    /// The range when it is `[lower, upper)` with both bounds, else nil.
    package var halfOpen: Range<Bound>? {
        guard !isEmpty, includesLower, !includesUpper, let lower, let upper, lower <= upper else { return nil }
        return lower..<upper
    }
}

extension PostgresRange: PostgresValue {
    private enum Flag {
        static var empty: UInt8 { 0x01 }
        static var includesLower: UInt8 { 0x02 }
        static var includesUpper: UInt8 { 0x04 }
        static var infiniteLower: UInt8 { 0x08 }
        static var infiniteUpper: UInt8 { 0x10 }
    }

    package static var postgresType: PostgresType { Bound.rangeType }

    package static var sample: PostgresRange {
        get throws { PostgresRange(lower: try Bound.sample, upper: nil) }
    }

    package func encode(into bytes: inout ByteWriter) {
        if isEmpty {
            bytes.write(Flag.empty)
            return
        }
        var flags: UInt8 = 0
        if lower == nil { flags |= Flag.infiniteLower } else if includesLower { flags |= Flag.includesLower }
        if upper == nil { flags |= Flag.infiniteUpper } else if includesUpper { flags |= Flag.includesUpper }
        bytes.write(flags)
        if let lower { bytes.writeCounted { lower.encode(into: &$0) } }
        if let upper { bytes.writeCounted { upper.encode(into: &$0) } }
    }

    package static func decode(
        _ bytes: UnsafeRawBufferPointer?, type: PostgresType
    ) throws(PostgresError) -> PostgresRange {
        guard let bytes else { throw .null(for: PostgresRange.self) }
        var reader = ByteReader(bytes, for: PostgresRange.self)
        let flags = try reader.read(UInt8.self)
        if flags & Flag.empty != 0 { return .empty }
        var range = PostgresRange(
            lower: nil, upper: nil, includesLower: flags & Flag.includesLower != 0,
            includesUpper: flags & Flag.includesUpper != 0)
        if flags & Flag.infiniteLower == 0 {
            range.lower = try Bound.decode(try reader.readCounted(), type: Bound.postgresType)
        }
        if flags & Flag.infiniteUpper == 0 {
            range.upper = try Bound.decode(try reader.readCounted(), type: Bound.postgresType)
        }
        return range
    }
}
