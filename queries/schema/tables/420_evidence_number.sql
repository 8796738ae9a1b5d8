-- The numbers of pieces of evidence.
create sequence evidence_number;
