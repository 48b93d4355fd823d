import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Pieces of HTTP")
struct PiecesTests {
    @Test("Percent-encoding is read strictly")
    func percentEncoding() {
        #expect(PercentEncoding.decode("a%20b+c") == "a b+c")
        #expect(PercentEncoding.decode("a+b", plusIsSpace: true) == "a b")
        #expect(PercentEncoding.decode("%C3%A9") == "é")
        for bad in ["%", "%4", "%zz", "%00", "%C3", "%ED%A0%80", "%ff"] { #expect(PercentEncoding.decode(bad) == nil) }
    }

    @Test("A form's first value counts, an empty one is none, and too many fields are no form")
    func formFields() {
        let fields = FormFields("a=1&a=2&b=&c")
        #expect(fields?["a"] == "1")
        #expect(fields?.all("a") == ["1", "2"])
        #expect(fields?["b"] == nil && fields?["c"] == nil)
        #expect(FormFields(String(repeating: "a=1&", count: 2000)) == nil)
    }

    @Test("A date of HTTP comes out as it went in")
    func httpDate() {
        let date = Date(timeIntervalSince1970: 1_517_218_245)
        #expect(HTTPDate.text(date) == "Mon, 29 Jan 2018 09:30:45 GMT")
        #expect(HTTPDate.read(HTTPDate.text(date)) == date)
        for bad in [
            "", "rubbish", "Mon, 31 Feb 2018 09:30:45 GMT", "Mon, 29 Jan 2018 25:30:45 GMT", "2018-01-29T09:30:45Z",
        ] {
            #expect(HTTPDate.read(bad) == nil)
        }
    }

    @Test("If-None-Match knows a tag in a list, weak or a star, and nothing else")
    func entityTag() {
        let tag = EntityTag(text: "\"a\"")
        #expect(tag.isKnown(to: [:]) == nil)
        for known in ["\"a\"", "\"b\", \"a\"", "W/\"a\"", "*"] {
            #expect(tag.isKnown(to: [.ifNoneMatch: known]) == true)
        }
        for other in ["\"b\"", "a", "", "\"aa\""] { #expect(tag.isKnown(to: [.ifNoneMatch: other]) == false) }
    }

    @Test("A limit admits so many in its window and again after it")
    func rateLimit() {
        let limit = RateLimit(2, per: .seconds(10), mostKeys: 3)
        let start = ContinuousClock.now
        #expect(limit.admits("a", at: start) && limit.admits("a", at: start))
        #expect(!limit.admits("a", at: start + .seconds(9)))
        #expect(limit.admits("b", at: start))
        #expect(limit.admits("a", at: start + .seconds(10)))
    }

    @Test("Cookies are Secure and bound to the host, except over plain HTTP on this machine")
    func cookies() {
        let safe = CookieJar.session.set("x", seconds: 60, plain: false)
        #expect(safe == "__Host-pw_session=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure")
        #expect(!CookieJar.session.set("x", plain: true).contains("Secure"))
        #expect(CookieJar.session.value(in: [.cookie: "a=b; __Host-pw_session=x"], plain: false) == "x")
        #expect(CookieJar.session.value(in: [.cookie: "pw_session=x"], plain: false) == nil)
        #expect(CookieJar.session.value(in: [.cookie: "xpw_session=x;pw_sessions=y;;="], plain: true) == nil)
    }

    @Test(
        "One goes back only to a path of this site",
        arguments: ["//evil", "https://evil", "/\\evil", "javascript:1", "/a\r\nb", "", "/é", "evil"])
    func returning(text: String) {
        #expect(WebAddress.returning(to: text) == nil)
    }

    @Test("A pending sign-in survives its cookie, and its way back is checked again")
    func pendingSignIn() {
        let pending = PendingSignIn(email: "p1@example.org", back: "/sessions/W18-001")
        #expect(PendingSignIn(cookie: pending.cookie) == pending)
        #expect(PendingSignIn(cookie: PendingSignIn(email: "p1@example.org", back: "//evil").cookie)?.back == nil)
        #expect(PendingSignIn(cookie: "!!") == nil && PendingSignIn(cookie: "") == nil)
    }

    @Test("An address made for the router and one made for a link agree")
    func siteURL() {
        #expect(SiteURL.session("{reference}").route.description == "/sessions/{reference}")
        #expect(SiteURL.session("PW18-001").address.text == "/sessions/PW18-001")
        #expect(SiteURL.session("a/../b?c").address.text == "/sessions/a%2F..%2Fb%3Fc")
        #expect(SiteURL.personalCalendar("t").absolute("https://x.example") == "https://x.example/calendars/t.ics")
    }

    @Test("A refusal has the status that its kind stands for")
    func statuses() {
        #expect(ErrorAnswer(AccessRefusal.signInFirst).status == .unauthorized)
        #expect(ErrorAnswer(AccessRefusal.notAllowed("x")).status == .forbidden)
        #expect(ErrorAnswer(AccessRefusal.notFound("x")).status == .notFound)
        #expect(ErrorAnswer(AccessRefusal.tooManyTries).status == .tooManyRequests)
        #expect(ErrorAnswer(BookingRefusal.personLeft).status == .conflict)
        #expect(ErrorAnswer(ProgrammeRefusal.stale(reference: "x", changed: [])).status == .conflict)
        #expect(ErrorAnswer(ProgrammeRefusal.tooLong).status == .unprocessableContent)
        #expect(ErrorAnswer(ServiceFailure(.unavailable)).status == .serviceUnavailable)
        #expect(ErrorAnswer(ServiceFailure(.unavailable)).retryAfter != nil)
        #expect(ErrorAnswer(ServiceFailure(.outcomeUnknown)).message == ServiceFailure(.outcomeUnknown).message)
    }

    @Test("The same attempt to sign in is answered by the first one's session")
    func recentSignIns() async {
        let recent = RecentSignIns()
        let attempt = RecentSignIns.Attempt(email: "a", code: "1", browser: "b")
        #expect(await recent.before(attempt) == nil)
        async let second = recent.before(attempt)
        recent.ended(attempt, session: "s")
        #expect(await second == "s")
        #expect(await recent.before(attempt) == "s")
        #expect(await recent.before(RecentSignIns.Attempt(email: "a", code: "1", browser: "other")) == nil)
    }

    @Test("A query of the programme is asked by its own address")
    func programmeQuery() {
        let fields = FormFields("day=2018-01-29&view=rooms&site=corbyn-road&time=evening&places=yes&strand=voice")
        let query = ProgrammeQuery(fields ?? FormFields())
        let address = query.address(of: "/").text
        #expect(ProgrammeQuery(FormFields(address.dropFirst(2)) ?? FormFields()) == query)
        #expect(
            ProgrammeQuery(FormFields("day=2018-02-31&view=x&site=A%20B&time=noon") ?? FormFields()) == ProgrammeQuery()
        )
    }

    @Test(
        "An audience reads as words",
        arguments: zip(
            ["", "role:manager", "team:MASH; employer:Trust; after:PW18-003"],
            [["Everyone"], ["Managers"], ["MASH team", "people from Trust"]]))
    func audience(notation: String, words: [String]) {
        #expect(SessionWords.audience(notation) == words)
    }

    @Test(
        "Ordinals",
        arguments: zip(
            [1, 2, 3, 4, 11, 12, 13, 21, 102, 111],
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"]))
    func ordinals(number: Int, words: String) {
        #expect(BookingWords.ordinal(number) == words)
    }
}
