/// How far the judges agree, in a figure and in a word.
package struct Agreement: Sendable, Equatable {
    /// Which figure it is: of one judge's score where all scored all, else Krippendorff's alpha.
    package enum Measure: String, Sendable {
        case intraclass = "icc_2_1"
        case alpha = "krippendorff_alpha"
    }

    package enum Word: String, Sendable, CaseIterable {
        case none, little, some, much
    }

    package let measure: Measure
    /// 1 is full agreement; not above zero is none.
    package let value: Double

    /// For people who do not read figures: below 0.2, 0.5 and 0.75.
    package var word: Word {
        switch value {
        case ..<0.2: .none
        case ..<0.5: .little
        case ..<0.75: .some
        default: .much
        }
    }
}

extension ScoreTable {
    /// Nil where nothing can be said: too few scores, or all the same.
    package var agreement: Agreement? {
        if let correlation = intraclassCorrelation() {
            return Agreement(measure: .intraclass, value: correlation.twoWay)
        }
        return alpha(.interval).map { Agreement(measure: .alpha, value: $0) }
    }
}
