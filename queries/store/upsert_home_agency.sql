-- Keep the row of the home agency as the organisation file has it.
-- writes: scores
-- $match_key varchar
-- $name varchar
-- $district varchar
-- $province varchar
insert into agency (agency_id, match_key, name, district, province, is_home)
values (1, $match_key, $name, $district, $province, true)
on conflict (agency_id) do update set
    match_key = excluded.match_key,
    name = excluded.name,
    district = excluded.district,
    province = excluded.province,
    is_home = excluded.is_home;
