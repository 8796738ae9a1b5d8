-- Let the numbers of a sequence go on behind the last one.
-- writes: store
-- $sequence varchar
-- $last bigint
select setval($sequence, $last) as last;
