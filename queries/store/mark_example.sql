-- Make a store an example that stands still at a day: nothing is written to it from then on.
-- writes: store
-- $example_day date
update store_identity
set example_day = $example_day;
