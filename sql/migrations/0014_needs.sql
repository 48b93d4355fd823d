-- What people need to take part and to eat, told once. Health data: only the person, staff, and those who lead a session that
-- they are booked on read it, the last only from seven days before and by name only with consent.
create table person_needs (
    person_id bigint constraint person_needs_pkey primary key constraint person_needs_person references person,
    needs text[] not null constraint person_needs_known check (needs <@ array['step_free', 'hearing_loop', 'sign_language', 'large_print',
        'quiet_space', 'assistant', 'vegetarian', 'vegan', 'halal', 'kosher', 'gluten_free', 'dairy_free', 'nut_allergy']),
    other text not null default '' constraint person_needs_other_prose check (is_prose(other, 500)),
    shared boolean not null default false,
    told_at timestamptz not null default app_now(),
    constraint person_needs_say_something check (cardinality(needs) > 0 or other <> ''),
    constraint person_needs_no_case_data check (not names_a_case(other))
);
revoke select on person_needs from practiceweek_readonly;
