-- Forget the corrected columns of a heading row.
-- writes: headings
-- $fingerprint varchar
delete from heading_match
where fingerprint = $fingerprint;
