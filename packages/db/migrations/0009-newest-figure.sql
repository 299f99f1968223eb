-- The newest figure of a published series, taken out of its body once, when the row is written.
--
-- The overview shows the newest figure of all six economies for every headline
-- indicator; reading it from the arrays would mean parsing every body in every answer.

-- The newest period with a value or bound that is not marked unusable (status U), else the newest period.
-- JSON of domain/indicators/answers.ts `newestFigure`; null for a series without periods.
create function newest_figure(body text, economy text) returns text
language plpgsql immutable parallel safe set search_path = pg_catalog as $$
declare
  series jsonb   := body::jsonb;
  cells  jsonb   := series -> 'cells';
  rates  jsonb   := series -> 'rate';
  place  integer := jsonb_array_length(cells) - 1;
  chosen integer := place;
begin
  if coalesce(place, -1) < 0 then return null; end if;
  for i in reverse place..0 loop
    if (jsonb_typeof(cells -> i) in ('number', 'string') or (cells -> i) ?| array['lt', 'le', 'gt', 'ge'])
       and not coalesce((series -> 'status' -> i) ? 'U', false) then
      chosen := i;
      exit;
    end if;
  end loop;
  return format('{"economy":%s,"period":%s,"cell":%s,"rate":%s}', to_json(economy), series -> 'periods' -> chosen,
    cells -> chosen, case when jsonb_typeof(rates) = 'array' then (rates -> chosen)::text else 'null' end);
end $$;

alter table published_series add column newest text generated always as (newest_figure(body, economy)) stored;

-- The overview asks for "the economy", whoever publishes it, and for a handful of headline indicators.
create index published_series_contributing on published_series (indicator, breakdown, economy) where until_seq is null and contributes;
create index indicator_headline on indicator (headline) where headline is not null;
