-- Two tables of counts that share only action and outcome: nothing says in which language a seat was called.

create table outcome_by_seat (
    action text not null,
    outcome text not null,
    seat text not null,
    day varchar(10) not null,
    number bigint not null,
    primary key (action, outcome, seat, day)
) ${by_key};

create table outcome_by_way (
    action text not null,
    outcome text not null,
    language text not null,
    surface text not null,
    month varchar(7) not null,
    number bigint not null,
    primary key (action, outcome, language, surface, month)
) ${by_key};

-- Counts so far had a state and no seat, and questions without an answer stood among the actions; a question now counts by week,
-- and these few stay on their days.
insert into outcome_by_seat (action, outcome, seat, day, number)
    select case when outcome = 'none' then 'question:' || action else action end,
        case when outcome = 'none' then 'unanswered' else outcome end, state, day, number
    from tally_count where number > 0;

insert into outcome_by_way (action, outcome, language, surface, month, number)
    select action, outcome, '', '', substr(day, 1, 7), sum(number)
    from tally_count where number > 0 and outcome <> 'none' group by action, outcome, substr(day, 1, 7);

drop table tally_count;

-- A mark names no action and no seat, so that this joins nothing; undo needs it.
alter table tally_mark add column language text not null default '';
alter table tally_mark add column surface text not null default '';
