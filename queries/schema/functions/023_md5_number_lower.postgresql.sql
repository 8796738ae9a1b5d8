-- The last eight bytes of an MD5, the lowest first, as a number that is never negative.
-- sqlfluff:dialect:postgres
create function md5_number_lower(content text) returns numeric
language sql immutable parallel safe
return (
    select sum(get_byte(digest.bytes, 8 + place) * power(256::numeric, place))
    from (select decode(md5(content), 'hex') as bytes) as digest
    cross join generate_series(0, 7) as place
);
