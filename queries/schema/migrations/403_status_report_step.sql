-- The step a report of kind step is about; '' for a report on the whole measure.
alter table status_report add column step_id varchar default '';
