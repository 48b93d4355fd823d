-- Files that come with a nomination: pictures, drawn anew without what their camera wrote into them, and documents.

-- What is known of a file. The name that it had with whoever sent it is not kept. A panel sees what a screener has passed, and of a
-- young person what a second one has passed, too.
create table nomination_file (
    id bigint generated always as identity constraint nomination_file_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint nomination_file_public_id_once unique,
    nomination_id bigint not null constraint nomination_file_nomination references nomination on delete cascade,
    -- Three at most; it numbers them for their readers.
    place int not null constraint nomination_file_place_range check (place between 1 and 3),
    kind text not null constraint nomination_file_kind_known check (kind in ('picture', 'document')),
    caption text not null constraint nomination_file_caption_line check (is_line(caption, 200) and not names_a_case(caption)),
    -- Of the picture's small form, in points.
    small_width int constraint nomination_file_width_range check (small_width between 1 and 320),
    small_height int constraint nomination_file_height_range check (small_height between 1 and 320),
    added_by bigint not null constraint nomination_file_added_by references person,
    added_at timestamptz not null default app_now(),
    passed_by bigint constraint nomination_file_passed_by references person,
    passed_at timestamptz,
    checked_by bigint constraint nomination_file_checked_by references person,
    checked_at timestamptz,
    constraint nomination_file_place_once unique (nomination_id, place),
    constraint nomination_file_picture_whole check (num_nonnulls(small_width, small_height) = case kind when 'picture' then 2 else 0 end),
    constraint nomination_file_passed_whole check ((passed_by is null) = (passed_at is null)),
    constraint nomination_file_checked_whole check ((checked_by is null) = (checked_at is null)),
    constraint nomination_file_passed_first check (passed_by is not null or checked_by is null),
    constraint nomination_file_checked_by_another check (checked_by <> passed_by),
    constraint nomination_file_not_passed_by_oneself check (added_by is distinct from passed_by and added_by is distinct from checked_by)
);

-- The bytes lie apart: the serving role neither reads nor writes them but by functions that decide the right.
create table nomination_file_content (
    file_id bigint constraint nomination_file_content_pkey primary key
        constraint nomination_file_content_file references nomination_file on delete cascade,
    content bytea not null constraint nomination_file_content_size check (octet_length(content) between 1 and 5242880),
    -- Of a picture alone, for lists.
    small bytea constraint nomination_file_small_size check (octet_length(small) between 1 and 262144)
);
revoke all on nomination_file_content from practiceweek_app, practiceweek_readonly;
revoke all on nomination_file from practiceweek_readonly;
revoke update on nomination_file from practiceweek_app;
grant update (passed_by, passed_at, checked_by, checked_at) on nomination_file to practiceweek_app;

-- Read in 'what the centre knows about me', and by whoever looks through what is nominated.
create index nomination_of_nominator on nomination (nominator_id);
