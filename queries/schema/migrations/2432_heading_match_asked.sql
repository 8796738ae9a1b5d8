-- What was asked then: another question under the same headings is asked anew.
alter table heading_match add column asked varchar default '';
