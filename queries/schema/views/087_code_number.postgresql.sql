-- The number that a code of a score ends with, null where it has none or a longer one.
-- sqlfluff:dialect:postgres
create or replace function code_number(code varchar) returns integer
language sql immutable parallel safe
return case
    when substring(code from '[0-9]+$')::numeric <= 2147483647
        then substring(code from '[0-9]+$')::integer
end;
