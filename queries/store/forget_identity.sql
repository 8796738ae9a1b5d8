-- Take away which store this is: a copy of another one is that one.
-- writes: store
delete from store_identity;
