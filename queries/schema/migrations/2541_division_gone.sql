-- Drop the list of divisions that was kept beside the organisation.
drop table division;
