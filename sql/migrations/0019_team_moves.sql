-- Moves to another team on a day to come. A row goes when the job of the house has moved its person.

create table team_move (
    id bigint generated always as identity constraint team_move_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint team_move_public_id_once unique,
    person_id bigint not null constraint team_move_person references person,
    team_id bigint not null constraint team_move_team references team,
    -- The midnight in London on which the day begins.
    moves_at timestamptz not null constraint team_move_finite check (isfinite(moves_at)),
    made_by bigint constraint team_move_made_by references person,
    made_at timestamptz not null default app_now(),
    constraint team_move_one_a_day unique (person_id, moves_at)
);
create index team_move_due on team_move (moves_at);
