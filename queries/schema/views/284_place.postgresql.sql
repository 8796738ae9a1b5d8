-- Everybody's place in the groups of one agency: windows of PostgreSQL know no median.
-- sqlfluff:dialect:postgres
create or replace function place(agency integer, with_recomputed boolean)
returns table (
    agency_id integer,
    year smallint,
    level varchar,
    code varchar,
    among varchar,
    name varchar,
    score numeric,
    mark varchar,
    rank bigint,
    tied bigint,
    n bigint,
    recomputed bigint,
    mean double precision,
    median double precision
)
language sql stable
as $$
    with counted as (
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
            row_number() over (members order by agency_score.score) as turn,
            avg(agency_score.score) over members as mean
        from agency_score
        inner join agency_group as member on agency_score.agency_id = member.agency_id
        inner join agency_group as own on member.among = own.among and member.key = own.key
        where
            own.agency_id = agency
            and (agency_score.basis = 'published' or with_recomputed)
        window members as (
            partition by agency_score.year, agency_score.level, agency_score.code, own.among
        )
    )

    select
        agency_id,
        year,
        level,
        code,
        among,
        name,
        score,
        mark,
        rank,
        tied,
        n,
        recomputed,
        mean,
        avg(score) filter (where turn in ((n + 1) / 2, (n + 2) / 2)) over (
            partition by year, level, code, among
        ) as median
    from counted
$$;
