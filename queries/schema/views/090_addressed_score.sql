-- Scores with the address of their cell as a person sees it.
create or replace view addressed_score as
select
    *,
    concat(
        cell_part,
        case when cell_column > 25 then chr(cast(64 + floor(cell_column / 26) as integer)) end,
        chr(cast(65 + cell_column % 26 as integer)),
        cell_row + 1
    ) as cell
from score;
