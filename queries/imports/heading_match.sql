-- The corrected columns remembered for a heading row, if any.
-- reads: headings
-- $fingerprint varchar
-- -> fingerprint, form, matched_columns, kind, asked, remembered_by, remembered_at
select
    fingerprint,
    form,
    matched_columns,
    kind,
    asked,
    remembered_by,
    remembered_at
from heading_match
where fingerprint = $fingerprint;
