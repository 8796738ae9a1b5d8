-- Division of whole numbers: 7 // 2 is 3.
-- sqlfluff:dialect:postgres
create operator // (leftarg = bigint, rightarg = bigint, function = int8div);  -- noqa: LT01
