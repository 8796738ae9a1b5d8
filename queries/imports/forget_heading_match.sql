-- Forget the corrected columns of a heading row.
-- $fingerprint varchar
delete from heading_match
where fingerprint = $fingerprint;
