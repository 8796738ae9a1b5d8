-- Make what follows in this transaction there.
-- sqlfluff:dialect:postgres
select set_config(
    'search_path',
    concat_ws(
        ',',
        split_part(current_setting('search_path'), ',', 2),
        split_part(current_setting('search_path'), ',', 1)
    ),
    true
);
