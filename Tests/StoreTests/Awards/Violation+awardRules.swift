extension Violation {
    static let awardRules = [
        award("award_transition_pkey", .unique, "insert into award_transition values ('scheme', 'draft', 'published')"),
        award("scheme_slug_form", .check, "update scheme set slug = 'A B' where id = 901"),
        award("scheme_title_line", .check, "update scheme set title = '' where id = 901"),
        award("scheme_kind_known", .check, "update scheme set kind = 'x' where id = 901"),
        award("scheme_ranking_known", .check, "update scheme set ranking = 'x' where id = 901"),
        award("scheme_grace_range", .check, "update scheme set grace_minutes = -1 where id = 901"),
        award("scheme_word_limit_range", .check, "update scheme set word_limit = 49 where id = 901"),
        award("scheme_quorum_range", .check, "update scheme set quorum = 0 where id = 901"),
        award("scheme_most_awards_range", .check, "update scheme set most_awards = 0 where id = 901"),
        award("scheme_window_sane", .check, "update scheme set closes_at = opens_at where id = 901"),
        award("scheme_window_sane", .check, "update scheme set closes_at = 'infinity' where id = 901"),
        award(
            "scheme_published_whole", .check,
            """
            update scheme set rules = 'r', rules_hash = sha256('r') where id = 901
            """),
        award(
            "scheme_hash_of_rules", .check,
            """
            update scheme set state = 'published', rules = 'r', rules_hash = sha256('s'), published_at =
            app_now() where id = 901
            """),
        award("scheme_slug_once", .unique, "update scheme set slug = 'stars' where id = 901"),
        award("scheme_transition_allowed", .check, "update scheme set state = 'frozen' where id = 901"),
        award(
            "scheme_state_known", .check,
            """
            insert into scheme (slug, title, kind, opens_at, closes_at, state, rules, rules_hash, published_at)
            values ('x', 'X', 'tiered', app_now(), app_now() + interval '1 day', 'x', 'r', sha256('r'),
            app_now())
            """),
        award(
            "scheme_pkey", .unique,
            """
            insert into scheme (id, slug, title, kind, opens_at, closes_at) overriding system value values (900,
            'x', 'X', 'tiered', app_now(), app_now() + interval '1 day')
            """),
        award("scheme_rules_are_frozen", .check, "update scheme set title = 'Other' where id = 900"),
        award(
            "scheme_rules_are_frozen", .check,
            """
            update scheme set closes_at = closes_at + interval '1 day' where id = 900
            """),
        award(
            "scheme_rules_are_frozen", .check,
            """
            update scheme set rules = 's', rules_hash = sha256('s') where id = 900
            """),
        award("scheme_rules_are_frozen", .check, "update scheme set quorum = 3 where id = 900"),
        award("category_scheme", .foreign, "update category set scheme_id = 999 where id = 902"),
        award("category_slug_form", .check, "update category set slug = 'A B' where id = 902"),
        award("category_title_line", .check, "update category set title = '' where id = 902"),
        award("category_nominee_kind_known", .check, "update category set nominee_kind = 'x' where id = 902"),
        award("category_winners_range", .check, "update category set winners = 0 where id = 902"),
        award(
            "category_eligibility_prose", .check,
            """
            update category set eligibility = repeat('x', 2001) where id = 902
            """),
        award(
            "category_slug_once", .unique,
            """
            insert into category (scheme_id, slug, title, nominee_kind) values (901, 'other', 'O', 'team')
            """),
        award(
            "category_pkey", .unique,
            """
            insert into category (id, scheme_id, slug, title, nominee_kind) overriding system value values (902,
            901, 'x', 'O', 'team')
            """),
        award("rules_are_frozen", .check, "update category set title = 'X' where id = 900"),
        award(
            "rules_are_frozen", .check,
            """
            insert into category (scheme_id, slug, title, nominee_kind) values (900, 'late', 'L', 'team')
            """),
        award("rules_are_frozen", .check, "delete from category_band where category_id = 901"),
        award("rules_are_frozen", .check, "update criterion set weight = 2 where id = 900"),
        award("rules_are_frozen", .check, "update category set scheme_id = 900 where id = 902"),
        award("category_band_category", .foreign, "insert into category_band values (999, 'x', 1)"),
        award("category_band_name_line", .check, "insert into category_band values (902, '', 1)"),
        award("category_band_pkey", .unique, "insert into category_band values (902, 'one', 2)"),
        award("criterion_category", .foreign, "update criterion set category_id = 999 where id = 902"),
        award("criterion_name_line", .check, "update criterion set name = 'a=b' where id = 902"),
        award("criterion_scale_prose", .check, "update criterion set scale = repeat('x', 2001) where id = 902"),
        award("criterion_weight_range", .check, "update criterion set weight = 0 where id = 902"),
        award("criterion_weight_range", .check, "update criterion set weight = 'NaN' where id = 902"),
        award("criterion_marks_in_order", .check, "update criterion set max_mark = 0 where id = 902"),
        award(
            "criterion_pkey", .unique,
            """
            insert into criterion (id, category_id, name) overriding system value values (902, 902, 'X')
            """),
        award("criterion_name_once", .unique, "insert into criterion (category_id, name) values (902, 'CARE')"),
    ]
}
