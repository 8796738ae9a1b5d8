-- Who sees the sums of a district, or without one of a province.
-- sqlfluff:dialect:postgres
create table agencies.summary_right (
    email text not null,
    province text not null check (province <> ''),
    district text not null default '',
    verified_claim text not null,
    primary key (email, province, district)
);
