import Postgres
import Testing

@Suite("The database's clock")
struct ClockTests {
    @Test("It can be asked by every row of a plan that runs in parallel, as large tables get")
    func parallel() async throws {
        let owner = try await Populated.shared.owner()
        try await owner.transaction { transaction in
            transaction.rollbackAtEnd()
            for cost in ["parallel_setup_cost", "parallel_tuple_cost", "min_parallel_table_scan_size"] {
                try await transaction.execute(unsafe: "set local \(cost) = 0")
            }
            try await transaction.execute(
                unsafe:
                    "create temporary table late on commit drop as select id from person where app_now() > '2000-01-01'"
            )
        }
    }
}
