-- What somebody wants alerts about: names of topics parted by spaces; whoever signed up before there were any wants all.
alter table subscription add column topics text not null default 'all';
