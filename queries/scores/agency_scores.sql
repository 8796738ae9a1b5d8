-- Scores of every agency for one code over some years, as comparisons need them.
-- reads: scores, batches
-- $years integer[]
-- $level varchar total, instrument, indicator or item
-- $code varchar
-- -> year, agency_id, agency, match_key, district, province, is_home, score, provisional, revised, mark
select
    current_score.year,
    agency.agency_id,
    agency.name as agency,
    agency.match_key,
    agency.district,
    agency.province,
    agency.is_home,
    current_score.value as score,
    current_score.provisional,
    current_score.revised,
    current_score.mark
from current_score
inner join agency on current_score.agency_id = agency.agency_id
where
    current_score.year = any($years)
    and current_score.level = $level
    and current_score.code = $code
order by current_score.year asc, current_score.value desc, agency.name asc, agency.agency_id asc;
