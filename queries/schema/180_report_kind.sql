-- Who speaks: the lead reports a measure's state, support only adds a note or evidence to it.
alter table status_report add column kind varchar default 'lead';
