-- Nominees who look alike and of whom a person has said that they are two: they are not put side by side again.
create table nominees_apart (
    one_id bigint not null constraint nominees_apart_one references nominee,
    other_id bigint not null constraint nominees_apart_other references nominee,
    -- Nobody is whoever operates the installation.
    said_by bigint constraint nominees_apart_said_by references person,
    said_at timestamptz not null default app_now(),
    constraint nominees_apart_pkey primary key (one_id, other_id),
    constraint nominees_apart_in_order check (one_id < other_id)
);
create index nominees_apart_of_other on nominees_apart (other_id);
revoke all on nominees_apart from practiceweek_app, practiceweek_readonly;
grant select, insert on nominees_apart to practiceweek_app;
