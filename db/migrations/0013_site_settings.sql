-- What the secretariat sets of the site; null: what the environment says. One row, which is there from the beginning.
create table site_setting (
  is_only boolean primary key default true check (is_only),
  name text check (length(name) between 1 and 60),
  operator text check (length(operator) between 1 and 200),
  contact text check (length(contact) between 1 and 254),
  imprint text check (length(imprint) between 1 and 4000),
  -- Of personal data. Without one the page on privacy is not published.
  controller text check (length(controller) between 1 and 2000),
  changed_at timestamptz
);
insert into site_setting default values;
create trigger announce_settings after update on site_setting
  for each statement execute function announce_change('settings');

insert into retention_period values
  ('invitation', 180, null, 'Long enough to answer who let whom in while a round lasts; that somebody holds a role stays in the log.'),
  ('town-claim', 365, null, 'A refused claim is kept for a year, so that asking again can be judged; a confirmed one is the town''s record and stays.');
-- The page on privacy says them.
create trigger announce_retention after insert or update or delete on retention_period
  for each statement execute function announce_change('settings');
