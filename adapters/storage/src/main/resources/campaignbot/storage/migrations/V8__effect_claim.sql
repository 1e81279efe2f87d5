-- The process that carries an effect out, and until when nobody else may.
alter table effect add column claimed_by varchar(40);
alter table effect add column claimed_until bigint;
