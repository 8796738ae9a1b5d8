-- Close a round with what it holds for good.
-- writes: rounds
-- $round_id integer
-- $sha256 varchar
-- $content varchar
-- $closed_by varchar
insert into round_snapshot (round_id, sha256, content, closed_by)
values ($round_id, $sha256, $content, $closed_by);
