-- Put the scores of a store aside whose cells are texts.
alter table score rename to score_of_before;
