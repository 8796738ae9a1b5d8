-- The numbers of what becomes of rounds.
create sequence event_number;
