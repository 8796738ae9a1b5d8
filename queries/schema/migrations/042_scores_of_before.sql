-- Take the scores of before over; a cell that is no address stays the text it is.
insert into score (
    agency_id, year, level, code, batch_id, value, provisional, cell_part, cell_row, cell_column
)
with parted as (
    select
        *,
        regexp_extract(cell, '^((p\d+(t\d+)?!)?)([A-Z]{1,2})(\d{1,9})$', 1) as part,
        regexp_extract(cell, '^((p\d+(t\d+)?!)?)([A-Z]{1,2})(\d{1,9})$', 4) as letters,
        regexp_extract(cell, '^((p\d+(t\d+)?!)?)([A-Z]{1,2})(\d{1,9})$', 5) as line
    from score_of_before
)

select
    agency_id,
    year,
    level,
    code,
    batch_id,
    value,
    provisional,
    case when letters = '' then cell else part end as cell_part,
    try_cast(line as integer) - 1 as cell_row,
    case length(letters)
        when 1 then ascii(letters) - 65
        when 2 then (ascii(letters) - 64) * 26 + ascii(letters[2]) - 65
    end as cell_column
from parted;
