-- Work done later by the worker process.
--
-- graphile-worker keeps its own schema, owned by role `jobs`, which infra installs
-- after these migrations (api/jobs.ts `installJobs`). The app adds a job only
-- through `jobs.enqueue`, inside its own transaction: the task must be listed, and
-- the organisation and person are those of the transaction, not of the caller's choice.

do $$ begin
  execute format('grant jobs to %I', current_user);
  execute format('grant create on database %I to jobs', current_database());
end $$;

-- /readyz tells whether every migration has run.
grant select (name) on schema_migration to app;

create schema jobs authorization jobs;
grant usage on schema jobs to app;

set local role jobs;
set local search_path = jobs, public;

create table task (
  name text primary key check (name ~ '^[a-z]+\.[a-z-]+$')
);
insert into task values ('brief.render');

create function enqueue(task text, payload jsonb) returns text
  language plpgsql security definer set search_path = jobs, public, pg_temp as $$
begin
  if not exists (select from jobs.task t where t.name = enqueue.task) then
    raise exception 'no such task: %', enqueue.task;
  end if;
  if current_tenant() is null or current_actor() is null then
    raise exception 'a job needs somebody to act for';
  end if;
  return (graphile_worker.add_job(enqueue.task,
    json_build_object('tenantId', current_tenant(), 'userId', current_actor(), 'payload', enqueue.payload),
    max_attempts := 5)).id::text;
end $$;

-- Counts for /metrics; no payload leaves.
create function counts(out waiting integer, out running integer, out failed integer)
  language plpgsql stable security definer set search_path = jobs, public, pg_temp as $$
begin
  select count(*) filter (where j.locked_at is null and j.attempts < j.max_attempts),
      count(*) filter (where j.locked_at is not null),
      count(*) filter (where j.locked_at is null and j.attempts >= j.max_attempts)
    into waiting, running, failed from graphile_worker.jobs j;
end $$;

revoke execute on all functions in schema jobs from public;
grant execute on all functions in schema jobs to app;

reset role;
reset search_path;
