-- An example is a store of its own that stands still at this day; null is a real store.
alter table store_identity add column example_day date;
