-- Roles, some of them from one moment to another. Who holds what at this moment is the view `person_role`, by the database's clock.
-- What was given or taken away at once asks no clock: it holds from then on, whatever the clock says next.

create table role_grant (
    id bigint generated always as identity constraint role_grant_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint role_grant_public_id_once unique,
    person_id bigint not null constraint role_grant_person references person,
    role text not null constraint role_grant_role_known check (role in ('practitioner', 'staff', 'manager', 'admin', 'councillor')),
    -- Null: from when it was given.
    starts_at timestamptz constraint role_grant_starts_finite check (isfinite(starts_at)),
    ends_at timestamptz constraint role_grant_ends_finite check (isfinite(ends_at)),
    granted_at timestamptz not null default app_now(),
    -- Taken away, at `ends_at`.
    is_over boolean not null default false,
    granted_by bigint constraint role_grant_granted_by references person,
    constraint role_grant_ends_later check (ends_at >= starts_at),
    constraint role_grant_nobodys_own check (granted_by <> person_id),
    constraint role_grant_once_at_a_time exclude using gist (person_id with =, role with =, tstzrange(starts_at, ends_at) with &&)
        where (not is_over)
);
create index role_grant_of_person on role_grant (person_id, starts_at);
create index role_grant_holders on role_grant (role, starts_at);

insert into role_grant (person_id, role, granted_at) select person_id, role, granted_at from person_role;
drop table person_role;

alter table audience_rule drop constraint audience_rule_role_known,
    add constraint audience_rule_role_known check (role in ('practitioner', 'staff', 'manager', 'admin', 'councillor'));
