-- The owner reads every row: for backups.
--
-- Row security is forced, so an owner who is no superuser would see nothing of the
-- organisations' rows, and a backup would be empty of them. The owner may read and
-- nothing more; no server logs in as the owner.
-- A later table with row security needs this policy too: a backup refuses to leave rows out.

do $$
declare
  guarded regclass;
begin
  for guarded in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity loop
    execute format('create policy owner_reads on %s for select to current_user using (true)', guarded);
  end loop;
end $$;
