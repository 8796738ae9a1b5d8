-- What a person said that scores under these headings are, null when nobody was asked.
alter table heading_match add column kind varchar;
