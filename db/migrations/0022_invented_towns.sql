-- Towns that exist only so that the demonstration accounts have a team: never among the real ones where readers look.
alter table place add column is_invented boolean not null default false;
create index place_invented on place (id) where is_invented;
