-- The numbers of rounds of reporting.
create sequence round_number;
