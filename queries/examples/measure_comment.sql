-- Put the newest comment of the example at the moment it is said to be of.
-- writes: comments
-- $moment varchar
update measure_comment
set commented_at = cast($moment as timestamptz)
where commented_at > cast($moment as timestamptz);
