-- Whether a subscription is a group's, of which no turn is ever kept: nobody is asked a year later whether it shall go on. Before, only
-- who had set it told that; where that person was forgotten it counts as a group's from the next time that it is set.
alter table subscription add column of_group smallint not null default 0;
update subscription set of_group = 1, asked_at = null where set_by is not null;

-- What stands again where somebody takes their last report back, and the turn that reported or took back last, so that a repeat of
-- it changes nothing.
alter table alert_recipient add column earlier_outcome text not null default '';
alter table alert_recipient add column told_turn bigint not null default 0;
