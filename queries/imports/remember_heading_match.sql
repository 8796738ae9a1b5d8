-- Remember the corrected columns of a heading row, in place of what was remembered of it.
-- writes: headings
-- $fingerprint varchar
-- $form varchar
-- $matched_columns varchar JSON, column from 0 to field, and = with the label of a row to its code
-- $kind varchar or null what a person said that the scores are, null when nobody was asked
-- $asked varchar what was asked then
-- $remembered_by varchar
insert into heading_match (
    fingerprint, form, matched_columns, kind, asked, remembered_by, remembered_at
)
values (
    $fingerprint, $form, $matched_columns, $kind, $asked, $remembered_by, current_timestamp
)
on conflict (fingerprint) do update set
    form = excluded.form,
    matched_columns = excluded.matched_columns,
    kind = excluded.kind,
    asked = excluded.asked,
    remembered_by = excluded.remembered_by,
    remembered_at = excluded.remembered_at;
