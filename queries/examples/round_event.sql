-- Put the newest mark of the example at the moment it is said to be of.
-- writes: rounds
-- $moment varchar
update round_event
set made_at = cast($moment as timestamptz)
where made_at > cast($moment as timestamptz);
