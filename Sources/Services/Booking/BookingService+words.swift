import Domain
import Store

extension BookingService {
    /// The bookings with sessions named by title, time and room where a free place went past somebody because of them: one
    /// statement more, and none where nobody was passed over.
    func inWords(_ bookings: [Booking], _ work: Work?) async throws -> [Booking] {
        let references = Set(bookings.compactMap(\.passedOver).flatMap(PassedOver.references))
        guard !references.isEmpty else { return bookings }
        let names = try await ProgrammeService(house: house).names(of: references.sorted(), in: work)
        return bookings.map { booking in
            var told = booking
            told.passedOver = booking.passedOver.map { PassedOver.inWords($0, names) }
            return told
        }
    }
}
