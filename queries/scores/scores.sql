-- Current scores with their provenance, years and codes in order.
-- reads: scores, batches
-- $years integer[] or null for every year
-- $levels varchar[] or null for total, instruments, indicators and items
-- $agency varchar part of an agency's name, or null for the home agency
-- $all_agencies boolean
-- -> agency, is_home, year, level, code, score, provisional, revised, mark, previous_score, sample, batch_id, file_name, sheet, cell
select
    agency.name as agency,
    agency.is_home,
    current_score.year,
    current_score.level,
    current_score.code,
    current_score.value as score,
    current_score.provisional,
    current_score.revised,
    current_score.mark,
    current_score.previous_value as previous_score,
    current_score.is_sample as sample,
    current_score.batch_id,
    import_batch.file_name,
    current_score.sheet,
    current_score.cell
from current_score
inner join agency on current_score.agency_id = agency.agency_id
inner join import_batch on current_score.batch_id = import_batch.batch_id
where
    ($years is null or current_score.year = any($years))
    and ($levels is null or current_score.level = any($levels))
    and (
        $all_agencies
        or ($agency is null and agency.is_home)
        or contains(agency.name, $agency)
    )
order by
    agency.agency_id,
    current_score.year,
    array_position(
        array['total', 'instrument', 'indicator', 'item'], current_score.level
    ),
    code_letters(current_score.code),
    code_number(current_score.code);
