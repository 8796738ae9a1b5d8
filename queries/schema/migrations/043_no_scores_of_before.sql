-- Let go of the scores that were taken over.
drop table score_of_before;
