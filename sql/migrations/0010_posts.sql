-- Posts: an office that one person holds after another, each from one day to the next.

create table post (
    id bigint generated always as identity constraint post_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint post_public_id_once unique,
    name text not null constraint post_name_line check (is_line(name, 120))
);
create unique index post_name_once on post (lower(name));

-- Without a last day: until it is handed on.
create table post_holder (
    id bigint generated always as identity constraint post_holder_pkey primary key,
    post_id bigint not null constraint post_holder_post references post,
    person_id bigint not null constraint post_holder_person references person,
    from_day date not null,
    to_day date,
    constraint post_holder_days_in_order check (to_day >= from_day),
    constraint post_has_one_holder exclude using gist (post_id with =, daterange(from_day, to_day, '[]') with &&) deferrable initially deferred
);
