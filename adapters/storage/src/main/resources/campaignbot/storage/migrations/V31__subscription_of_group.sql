-- Who set a group's alerts, whom what is posted there names: ciphertext, and a keyed hash by which they are forgotten. Null where
-- the subscription is a person's own.
alter table subscription add column set_by ${bytes};
alter table subscription add column set_by_hash varchar(32);
create index subscription_by_setter on subscription (set_by_hash);
