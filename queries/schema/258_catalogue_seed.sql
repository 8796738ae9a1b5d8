-- What each part of the catalogue was taken over from: "2568" or "comparisons", and its content.
create table catalogue_seed (
    part varchar primary key,
    fingerprint varchar not null
);
