-- The fiscal years (B.E.) the catalogue describes, with the score agencies are asked to reach.
create table fiscal_year (
    year smallint primary key,
    target decimal(18, 9) not null,
    notes varchar[] not null
);
