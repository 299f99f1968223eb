/** Run as the owner before the floor starts: the published rows as arrays, under row security like their source. */
export const floorTables = [
  `create table floor_series as select tenant_id, series_id, indicator, economy, contributes,
    array(select jsonb_array_elements_text(body::jsonb -> 'periods')) as periods,
    array(select jsonb_array_elements_text(body::jsonb -> 'cells')::float8) as cells
    from published_series where until_seq is null and audience = 'public'`,
  `create table floor_benchmark as select indicator,
    array(select jsonb_array_elements_text(body::jsonb -> 'median')::float8) as median,
    array(select jsonb_array_elements_text(body::jsonb -> 'lower')::float8) as lower,
    array(select jsonb_array_elements_text(body::jsonb -> 'upper')::float8) as upper
    from published_benchmark where until_seq is null`,
  'create index on floor_series (indicator, economy) where contributes',
  'create index on floor_series (tenant_id, indicator)',
  'create index on floor_benchmark (indicator)',
  'alter table floor_series enable row level security',
  'create policy signed_in on floor_series to app using ((select current_tenant()) is not null)',
  'grant select on floor_series, floor_benchmark to app',
  'analyze floor_series, floor_benchmark',
]
