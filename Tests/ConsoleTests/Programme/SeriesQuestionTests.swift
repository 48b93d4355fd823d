import Domain
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Dates of a series on bank holidays")
struct SeriesQuestionTests {
    let question = SeriesHolidays.Question(
        day: day("2018-05-07"), holiday: "Early May bank holiday", suggestion: day("2018-05-14"))

    @Test("The question names the day, the holiday and what is free")
    func text() {
        #expect(
            question.text
                == "  Monday 7 May 2018, Early May bank holiday: move (next free: Mon 14 May 2018), skip or keep? [keep] "
        )
    }

    @Test(
        "An answer may be short",
        arguments: [
            ("", SeriesHolidays.Answer.keep), ("  ", .keep), ("k", .keep), ("KEEP", .keep),
            ("s", .skip(reason: "Bank holiday: Early May bank holiday")),
            ("m", .move(to: day("2018-05-14"))), ("move 2018-05-08", .move(to: day("2018-05-08"))),
            ("move 8 May 2018", .move(to: day("2018-05-08"))),
        ])
    func answers(_ typed: String, _ answer: SeriesHolidays.Answer) {
        #expect(question.answer(typed, today: day("2018-01-15")) == answer)
    }

    @Test("Anything else is asked about again", arguments: ["yes", "keep it", "move 03/04/2018", "skip now", "moveon"])
    func unclear(_ typed: String) {
        #expect(question.answer(typed, today: day("2018-01-15")) == nil)
    }
}
