-- The letters that a code of a score begins with: "o" of "o12".
create or replace macro code_letters(code) as
regexp_extract(code, '^[a-zA-Z]*');
