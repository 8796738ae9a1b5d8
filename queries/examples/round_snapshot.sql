-- Put the newest snapshot of the example at the moment its round is said to be closed.
-- writes: rounds
-- $moment varchar
update round_snapshot
set closed_at = cast($moment as timestamptz)
where closed_at > cast($moment as timestamptz);
