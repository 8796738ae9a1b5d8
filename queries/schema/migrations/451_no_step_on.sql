-- Take away what older stores asked for a step on a day: plan and reports are read apart.
drop macro table if exists step_on;
