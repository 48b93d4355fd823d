package import Domain
import Postgres

extension Scheme.Kind: PostgresEnum {}
extension Scheme.Ranking: PostgresEnum {}
extension Scheme.State: PostgresEnum {}
extension AwardCategory.NomineeKind: PostgresEnum {}
extension Nomination.State: PostgresEnum {}
extension Candidate.State: PostgresEnum {}
extension PanelSeat.Part: PostgresEnum {}
extension PanelSeat.Answer: PostgresEnum {}
extension Conflict.Kind: PostgresEnum {}
extension Conflict.State: PostgresEnum {}
extension DeskEntry.Standing: PostgresEnum {}
extension DecisionOutcome: PostgresEnum {}
extension MeetingStep.Kind: PostgresEnum {}
