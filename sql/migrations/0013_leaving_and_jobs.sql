-- Leaving on a day to come, and what the jobs of the house did last.

-- From this moment on the person has no access, whether or not the job that releases their places has run yet.
alter table person add column leaves_at timestamptz constraint person_leaves_finite check (isfinite(leaves_at));
create index person_leaving on person (leaves_at) where left_at is null and leaves_at is not null;

create table job_run (
    name text constraint job_run_pkey primary key constraint job_run_name_form check (name ~ '^[a-z_]{1,40}$'),
    ran_at timestamptz,
    milliseconds int constraint job_run_milliseconds_positive check (milliseconds >= 0),
    outcome text constraint job_run_outcome_prose check (is_prose(outcome, 300)),
    failed_at timestamptz,
    failure text constraint job_run_failure_prose check (is_prose(failure, 500)),
    asked_at timestamptz,
    constraint job_run_failure_whole check ((failed_at is null) = (failure is null))
);
