-- Sites and rooms, employers and teams, people and their roles.

create table site (
    id bigint generated always as identity primary key,
    name text not null constraint site_name_line check (is_line(name, 100) and name !~ '/'),
    slug text not null constraint site_slug_form check (is_slug(slug)),
    address text not null default '' constraint site_address_prose check (is_prose(address, 500)),
    constraint site_name_once unique (name),
    constraint site_slug_once unique (slug)
);
create unique index site_name_folded_once on site (lower(name));

create table room (
    id bigint generated always as identity primary key,
    site_id bigint not null constraint room_site references site,
    name text not null constraint room_name_line check (is_line(name, 100) and name !~ '/'),
    capacity int not null constraint room_capacity_range check (capacity between 1 and 10000),
    access text not null default '' constraint room_access_prose check (is_prose(access, 1000))
);
create unique index room_name_once on room (site_id, lower(name));

create table organisation (
    id bigint generated always as identity primary key,
    name text not null constraint organisation_name_line check (is_line(name, 120))
);
create unique index organisation_name_once on organisation (lower(name));

create table team (
    id bigint generated always as identity primary key,
    name text not null constraint team_name_line check (is_line(name, 100)),
    service text not null default '' constraint team_service_line check (service = '' or is_line(service, 100)),
    site_id bigint constraint team_site references site,
    valid_from date,
    valid_to date,
    constraint team_dates_in_order check (valid_to >= valid_from)
);
create unique index team_name_once on team (lower(name));

-- An address is not an identity: the key is the id, and `public_id` is what leaves the house.
create table person (
    id bigint generated always as identity primary key,
    public_id uuid not null default gen_random_uuid() constraint person_public_id_once unique,
    email text not null constraint person_email_form
        check (email = lower(email) and char_length(email) <= 254 and email ~ '^[^\s@"<>(),;:\\\[\]]+@[^\s@"<>(),;:\\\[\]]+$' and email !~ '[[:cntrl:]]'),
    name text not null constraint person_name_line check (is_line(name, 200)),
    team_id bigint constraint person_team references team,
    organisation_id bigint constraint person_organisation references organisation,
    job_title text not null default '' constraint person_job_title_line check (job_title = '' or is_line(job_title, 120)),
    created_at timestamptz not null default app_now(),
    left_at timestamptz,
    constraint person_left_after_created check (left_at >= created_at)
);
create unique index person_email_once on person (email) where left_at is null;
create index person_team_members on person (team_id);

create table person_role (
    person_id bigint not null constraint person_role_person references person,
    role text not null constraint person_role_known check (role in ('practitioner', 'staff', 'manager', 'admin')),
    granted_at timestamptz not null default app_now(),
    constraint person_role_once primary key (person_id, role)
);
create index person_role_holders on person_role (role);

-- England's bank holidays, as published or as computed by their rules.
create table holiday (
    day date primary key,
    title text not null constraint holiday_title_line check (is_line(title, 120)),
    status text not null constraint holiday_status_known check (status in ('published', 'computed')),
    source text not null default '' constraint holiday_source_prose check (is_prose(source, 300))
);
