-- Everybody's place in the groups of one agency for a code of a year, the best of each group first.
-- reads: scores, catalogue, batches
-- $agency_id integer
-- $year integer
-- $level varchar total, instrument or indicator
-- $code varchar
-- $recomputed boolean whether any score may have to be recomputed
-- -> among, name, agency_id, agency, district, province, kind, is_home, score, mark, rank, tied, n, recomputed, mean, median
select
    place.among,
    place.name,
    place.agency_id,
    described_agency.name as agency,
    described_agency.district,
    described_agency.province,
    described_agency.kind,
    place.agency_id = $agency_id as is_home,
    place.score::double as score,
    place.mark,
    place.rank,
    place.tied,
    place.n,
    place.recomputed,
    place.mean,
    place.median
from place($agency_id, $recomputed) as place
inner join described_agency on place.agency_id = described_agency.agency_id
where
    place.year = $year
    and place.level = $level
    and place.code = $code
order by
    array_position(array['district', 'province', 'kind', 'all'], place.among),
    place.rank,
    described_agency.name,
    place.agency_id;
