-- The number that a code of a score ends with, null where it has none: 12 of "o12".
create or replace macro code_number(code) as
try_cast(regexp_extract(code, '[0-9]+$') as integer);
