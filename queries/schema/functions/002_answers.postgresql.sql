-- Where functions and views are, apart from the tables.
-- sqlfluff:dialect:postgres
create schema answers;
