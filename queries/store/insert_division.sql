-- Add one of the agency's own divisions.
-- $division varchar
-- $position integer
insert into division (division, position) values ($division, $position);
