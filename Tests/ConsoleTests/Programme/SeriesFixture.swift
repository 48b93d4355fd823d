import Domain
import Services
import TestSupport

/// A year of briefings on Mondays, two of which are bank holidays.
enum SeriesFixture {
    static let add = """
        series add mondays --event year --title "Monday briefing" --rule FREQ=WEEKLY;BYDAY=MO --starts "2018-04-30 09:00" \
        --minutes 30 --until 2018-06-04
        """

    static func holidays(_ house: TestHouse) async throws {
        try await house.services.people.loadHolidays(
            [
                Holiday(day: day("2018-05-07"), title: "Early May bank holiday", status: "published", source: "test"),
                Holiday(day: day("2018-05-28"), title: "Spring bank holiday", status: "published", source: "test"),
            ], by: house.operating)
        _ = try await house.services.programme.addEvent(
            "year", title: "Briefings 2018", from: day("2018-01-01"), to: day("2018-12-31"), by: house.operating)
    }
}
