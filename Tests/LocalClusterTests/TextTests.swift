import Testing

@testable import LocalCluster

@Suite("What the cluster writes and reads")
struct TextTests {
    @Test("A connection's text escapes what libpq treats specially")
    func conninfo() {
        let connection = LocalCluster.Connection(socketDirectory: #"/it's \ here"#, database: "a b")
        #expect(connection.conninfo == #"host='/it\'s \\ here' user='practiceweek' dbname='a b'"#)
        #expect(connection.url == "postgresql:///a%20b?host=%2Fit%27s%20%5C%20here&user=practiceweek")
    }

    @Test("Another database and another role keep the server")
    func with() {
        let connection = LocalCluster.Connection(socketDirectory: "/s").with(database: "practiceweek", user: "app")
        #expect(connection.conninfo == "host='/s' user='app' dbname='practiceweek'")
    }

    @Test(
        "The eighth line of the server's file is its state",
        arguments: [
            ("ready   ", PostmasterFile.State.ready), ("standby ", .ready), ("starting", .starting),
            ("stopping", .stopping),
        ])
    func state(line: String, expected: PostmasterFile.State) {
        let file = PostmasterFile("8645\n/proc/self/fd/3\n1795386496\n5432\n/s\n\n 16220303         4\n\(line)\n")
        #expect(file?.pid == 8645)
        #expect(file?.state == expected)
    }

    @Test("A server's file that is still short means starting")
    func shortFile() {
        #expect(PostmasterFile("8645\n/data\n")?.state == .starting)
    }

    @Test(
        "Text that no server wrote is no server",
        arguments: ["", "\n", "x\n", "0\n", "1\n", "-5\n", "99999999999999\n"])
    func noServer(text: String) {
        #expect(PostmasterFile(text) == nil)
    }

    @Test(
        "A version is read from what postgres answers",
        arguments: [
            ("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n", 15), ("postgres (PostgreSQL) 18devel\n", 18),
            ("nonsense", nil), ("postgres (PostgreSQL) ", nil),
        ] as [(String, Int?)])
    func version(answer: String, major: Int?) {
        #expect(ServerPrograms.majorVersion(inAnswer: answer) == major)
    }

    @Test("Each operating-system user may be each role, and no name can end its quotes")
    func userMap() {
        let map = Configuration(settings: .production, users: ["root", "o\"neill"], roles: ["app"]).userMap
        let lines = map.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(
            lines == [
                #"practiceweek "root" "practiceweek""#, #"practiceweek "root" "app""#,
                #"practiceweek "oneill" "practiceweek""#, #"practiceweek "oneill" "app""#,
            ])
    }
}
