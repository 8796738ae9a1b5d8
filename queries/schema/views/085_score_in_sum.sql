-- What a score adds to the control sum of its batch.
create or replace macro score_in_sum(value, year, code) as
cast(round(value * 1000000) as bigint) * (year + length(code));
