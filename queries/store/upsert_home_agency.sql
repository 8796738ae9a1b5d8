-- Keep the row of the home agency as the organisation file has it.
-- writes: scores
-- $match_key varchar
-- $name varchar
-- $district varchar
-- $province varchar
insert or replace into agency (agency_id, match_key, name, district, province, is_home)
values (1, $match_key, $name, $district, $province, true);
