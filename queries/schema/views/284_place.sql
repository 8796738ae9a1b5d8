-- Everybody's place in the groups of one agency, for every code of a year, rank 1 the highest.
-- Equal scores share a rank, tied counts the others that have it; n counts the agencies with a
-- score, recomputed those of them whose score nobody published. Where every score is published,
-- with_recomputed = false gives the same and saves working out the parts of the whole nation.
create or replace macro place(agency, with_recomputed) as table
    select
        agency_score.agency_id,
        agency_score.year,
        agency_score.level,
        agency_score.code,
        own.among,
        own.name,
        agency_score.score,
        agency_score.mark,
        rank() over (members order by agency_score.score desc) as rank,
        count(*) over (members order by agency_score.score range current row) - 1 as tied,
        count(*) over members as n,
        count(*) filter (where agency_score.basis = 'recomputed') over members as recomputed,
        avg(agency_score.score) over members as mean,
        median(agency_score.score) over members as median
    from agency_score
    inner join agency_group as member on agency_score.agency_id = member.agency_id
    inner join agency_group as own on member.among = own.among and member.key = own.key
    where
        own.agency_id = agency
        and (agency_score.basis = 'published' or with_recomputed)
    window members as (
        partition by agency_score.year, agency_score.level, agency_score.code, own.among
    );
