-- Sign-in: people, sessions and passwords, in a schema that only role `auth` may read.
--
-- The tables are those of better-auth 1.7.25 with its two-factor plugin, as
-- `getMigrations(options).compileMigrations()` gives them; the library never
-- migrates by itself. Everything that the app may know or do here goes through
-- the functions below: it cannot select a token or a password hash.
--
-- A function that refuses raises OB401 (no session), OB403 (membership
-- suspended) or OB404 (no such organisation, or no membership: the two look the
-- same), which api/errors.ts turns into the codes of docs/errors.md.

do $$ begin execute format('grant auth to %I', current_user); end $$;

create schema auth authorization auth;
grant usage on schema auth to app;

-- One-time links by which an administrator lets a member set a forgotten password.
create table password_link (
  tenant_id  uuid not null references tenant on delete restrict,
  id         uuid not null,
  user_id    text not null,
  token_hash text not null unique,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  primary key (tenant_id, id)
);
alter table password_link enable row level security;
alter table password_link force row level security;
create policy own_tenant on password_link to app using (tenant_id = (select current_tenant()));
grant select, insert on password_link to app;

-- What sign-in itself must see of every organisation: who belongs where, and what a link is for.
create policy sign_in on member for select to auth using (true);
create policy sign_in on invitation for select to auth using (true);
create policy sign_in on audit_event for select to auth using (tenant_id = (select current_tenant()));
create policy sign_in on password_link for select to auth using (true);
create policy sign_in_uses on password_link for update to auth using (true);
grant select on tenant, member, invitation, password_link to auth;
grant select (tenant_id, actor) on audit_event to auth;
grant update (used_at) on password_link to auth;

-- Servers keep a verified session in memory for at most a second; this tells them to forget it at once.
create function tell_access_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('access_changed', coalesce(old.user_id, new.user_id));
  return null;
end $$;
create trigger access_changed after insert or update or delete on member
  for each row execute function tell_access_changed();

set local role auth;
set local search_path = auth, public;

create table "user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null, "twoFactorEnabled" boolean);
create table "session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references "user" ("id") on delete cascade);
create table "account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null);
create table "verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);
create table "twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null, "userId" text not null references "user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create table "rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);
create index "session_userId_idx" on "session" ("userId");
create index "account_userId_idx" on "account" ("userId");
create index "verification_identifier_idx" on "verification" ("identifier");
create index "twoFactor_secret_idx" on "twoFactor" ("secret");
create index "twoFactor_userId_idx" on "twoFactor" ("userId");

-- The server asks by the hash of a token, so that no token stands in a statement log.
create function digest(token text) returns text language sql immutable strict parallel safe
  return encode(sha256(convert_to(token, 'UTF8')), 'hex');
create index session_digest on session (digest(token));

-- People who run the installation. Being one gives no membership.
create table operator (
  user_id text primary key references "user" on delete cascade
);

create function tell_session_ended() returns trigger language plpgsql as $$
begin
  perform pg_notify('access_changed', old."userId");
  return null;
end $$;
create trigger access_changed after update or delete on session
  for each row execute function tell_session_ended();

-- The only way by which a request becomes someone: checks session and membership and sets both for this transaction.
-- `tenant` is the slug or the id of an organisation.
create function become(token_hash text, tenant text,
    out user_id text, out name text, out email text, out session_id text, out session_expires_at timestamptz,
    out tenant_id uuid, out member_id uuid, out role text)
  language plpgsql security definer set search_path = auth, public, pg_temp as $$
declare
  organisation uuid;
  suspended timestamptz;
begin
  select u.id, u.name, u.email, s.id, s."expiresAt" into user_id, name, email, session_id, session_expires_at
    from session s join "user" u on u.id = s."userId"
    where digest(s.token) = become.token_hash and s."expiresAt" > now();
  if user_id is null then raise exception 'no session' using errcode = 'OB401'; end if;
  if tenant ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then organisation := tenant::uuid;
  else select t.id into organisation from public.tenant t where t.slug = become.tenant;
  end if;
  select m.tenant_id, m.id, m.role, m.suspended_at into tenant_id, member_id, role, suspended
    from public.member m where m.tenant_id = organisation and m.user_id = become.user_id;
  if member_id is null then raise exception 'no such organisation' using errcode = 'OB404'; end if;
  if suspended is not null then raise exception 'membership suspended' using errcode = 'OB403'; end if;
  perform set_config('app.tenant', tenant_id::text, true), set_config('app.user', user_id, true);
end $$;

-- For jobs: becomes the member who asked for the work, if that member still may. A service account of the
-- installation (`service:…`) has no row in member and cannot be become.
create function become_recorded(actor text, tenant uuid, out name text, out email text, out member_id uuid, out role text)
  language plpgsql security definer set search_path = auth, public, pg_temp as $$
begin
  select u.name, u.email, m.id, m.role into name, email, member_id, role
    from public.member m join "user" u on u.id = m.user_id
    where m.tenant_id = become_recorded.tenant and m.user_id = become_recorded.actor and m.suspended_at is null;
  if member_id is null then raise exception 'the member who asked is gone or suspended' using errcode = 'OB403'; end if;
  perform set_config('app.tenant', tenant::text, true), set_config('app.user', actor, true);
end $$;

-- Whose session it is and where that person may work; null without a session. Suspended memberships are left out.
create function session_of(token_hash text) returns jsonb
  language sql stable security definer set search_path = auth, public, pg_temp as $$
  select jsonb_build_object(
    'sessionId', s.id,
    'user', jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email),
    'twoFactor', coalesce(u."twoFactorEnabled", false),
    'operator', exists (select from operator o where o.user_id = u.id),
    'memberships', coalesce((
      select jsonb_agg(jsonb_build_object(
          'tenant', jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'kind', t.kind,
            'economy', t.economy, 'demonstration', t.demonstration),
          'memberId', m.id, 'role', m.role) order by t.slug)
        from public.member m join public.tenant t on t.id = m.tenant_id
        where m.user_id = u.id and m.suspended_at is null), '[]'))
  from session s join "user" u on u.id = s."userId"
  where digest(s.token) = token_hash and s."expiresAt" > now()
$$;

-- Names of the people of this organisation: its members, and those who stand in its audit log.
create function people(ids text[]) returns table (id text, name text, email text, two_factor boolean, signed_in_at timestamptz, sessions integer)
  language sql stable security definer set search_path = auth, public, pg_temp as $$
  select u.id, u.name, u.email, coalesce(u."twoFactorEnabled", false), max(s."createdAt"), count(s.id)::integer
  from "user" u left join session s on s."userId" = u.id and s."expiresAt" > now()
  where u.id = any (ids)
    and (exists (select from public.member m where m.tenant_id = current_tenant() and m.user_id = u.id)
      or exists (select from public.audit_event a where a.tenant_id = current_tenant() and a.actor = u.id))
  group by u.id
$$;

-- Ends sessions of a member of this organisation, or one's own, except the one named.
create function end_sessions(who text, except_session text default null) returns integer
  language plpgsql security definer set search_path = auth, public, pg_temp as $$
declare
  ended integer;
begin
  if who is distinct from current_actor()
    and not exists (select from public.member m where m.tenant_id = current_tenant() and m.user_id = who) then
    raise exception 'no such member' using errcode = 'OB404';
  end if;
  delete from session s where s."userId" = who and s.id is distinct from except_session;
  get diagnostics ended = row_count;
  return ended;
end $$;

create function find_user(address text) returns text
  language sql stable security definer set search_path = auth, pg_temp as $$
  select id from "user" where email = lower(address)
$$;

create function create_user(id text, address text, name text, password_hash text) returns void
  language sql security definer set search_path = auth, pg_temp as $$
  insert into "user" (id, name, email, "emailVerified") values (id, name, lower(address), true);
  insert into account (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (id, id, 'credential', id, password_hash, now())
$$;

create function own_password_hash() returns text
  language sql stable security definer set search_path = auth, public, pg_temp as $$
  select password from account where "userId" = current_actor() and "providerId" = 'credential'
$$;

create function set_own_password(password_hash text) returns void
  language sql security definer set search_path = auth, public, pg_temp as $$
  update account set password = password_hash, "updatedAt" = now()
    where "userId" = current_actor() and "providerId" = 'credential'
$$;

-- Whether an administrator of this organisation alone may decide about an account: no other organisation
-- relies on it, and it does not run the installation.
create function belongs_here_only(who text) returns boolean
  language sql stable security definer set search_path = auth, public, pg_temp as $$
  select exists (select from public.member m where m.tenant_id = current_tenant() and m.user_id = who)
    and not exists (select from public.member m where m.tenant_id <> current_tenant() and m.user_id = who)
    and not exists (select from operator o where o.user_id = who)
$$;

create function invitation_of(token_hash text) returns jsonb
  language sql stable security definer set search_path = auth, public, pg_temp as $$
  select jsonb_build_object('id', i.id, 'email', i.email, 'role', i.role, 'expiresAt', i.expires_at,
    'acceptedAt', i.accepted_at, 'revokedAt', i.revoked_at, 'userId', u.id,
    'tenant', jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'kind', t.kind, 'economy', t.economy,
      'demonstration', t.demonstration))
  from public.invitation i join public.tenant t on t.id = i.tenant_id left join "user" u on u.email = i.email
  where i.token_hash = invitation_of.token_hash
$$;

-- Enters the organisation that an open invitation is for, so that accepting it can be written there.
create function become_invited(token_hash text, actor text) returns void
  language plpgsql security definer set search_path = auth, public, pg_temp as $$
declare
  organisation uuid;
begin
  select i.tenant_id into organisation from public.invitation i
    where i.token_hash = become_invited.token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now();
  if organisation is null then raise exception 'no open invitation' using errcode = 'OB404'; end if;
  perform set_config('app.tenant', organisation::text, true), set_config('app.user', actor, true);
end $$;

create function password_link_of(token_hash text) returns jsonb
  language sql stable security definer set search_path = auth, public, pg_temp as $$
  select jsonb_build_object('id', l.id, 'email', u.email, 'tenant', t.name, 'tenantId', t.id, 'expiresAt', l.expires_at, 'usedAt', l.used_at)
  from public.password_link l join public.tenant t on t.id = l.tenant_id join "user" u on u.id = l.user_id
  where l.token_hash = password_link_of.token_hash
$$;

-- Uses a link once: sets the password, ends every session of that person, and enters the organisation for the audit.
create function redeem_password_link(token_hash text, password_hash text) returns jsonb
  language plpgsql security definer set search_path = auth, public, pg_temp as $$
declare
  link record;
begin
  update public.password_link l set used_at = now()
    where l.token_hash = redeem_password_link.token_hash and l.used_at is null and l.expires_at > now()
    returning l.id, l.tenant_id, l.user_id into link;
  if link.id is null then raise exception 'no open link' using errcode = 'OB404'; end if;
  perform set_config('app.tenant', link.tenant_id::text, true), set_config('app.user', link.user_id, true);
  if not belongs_here_only(link.user_id) then raise exception 'another organisation relies on it' using errcode = 'OB403'; end if;
  update account set password = password_hash, "updatedAt" = now()
    where "userId" = link.user_id and "providerId" = 'credential';
  delete from session where "userId" = link.user_id;
  return jsonb_build_object('id', link.id, 'userId', link.user_id);
end $$;

revoke execute on all functions in schema auth from public;
grant execute on all functions in schema auth to app;
revoke execute on function tell_session_ended() from app;

reset role;
reset search_path;
