-- Take evidence back; its row and its file stay.
-- writes: evidence
-- $evidence_id integer
-- $withdrawn_by varchar
insert into evidence_withdrawal (evidence_id, withdrawn_by)
values ($evidence_id, $withdrawn_by);
