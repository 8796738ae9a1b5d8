-- What was settled about the sheet of a batch: a list of JSON, kind, agency, year, each with its cell.
alter table import_batch add column identity varchar default '[]';
