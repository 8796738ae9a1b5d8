-- How often each subject was written: what a server has read of it is old when this has grown.
-- sqlfluff:dialect:postgres
create table store_revision (
    subject varchar primary key,
    revision bigint not null
);
