import express from 'express'
import pg from 'pg'

/**
 * The floor that the overview is held against: what an engineer writes by hand in an hour.
 *
 * Express and pg, awaited `begin`, setting, named query and `commit`; the same
 * published figures under the same row security, kept as arrays; no session, no
 * validation, no tag, no cache. Its own process, like the server it is compared with.
 */
const pool = new pg.Pool({ connectionString: process.env.APP_DATABASE_URL, max: 10 })

const text = `
select i.code as indicator, s.periods, s.cells, b.median, b.lower, b.upper, (
    select array_agg(n.cells[array_upper(n.cells, 1)] order by n.economy) from floor_series n
    where n.indicator = i.code and n.contributes) as region
from indicator i
left join floor_series s on s.indicator = i.code and s.economy = $1 and s.contributes
left join floor_benchmark b on b.indicator = i.code
where i.headline is not null
union all
(select s.indicator, s.periods, s.cells, b.median, b.lower, b.upper, null from floor_series s
  join indicator i on i.code = s.indicator left join floor_benchmark b on b.indicator = s.indicator
  where s.tenant_id = $2 and not (s.contributes and i.headline is not null) order by i.position limit 24)`

const app = express()
app.get('/overview', async (request, response) => {
  const { economy, tenant } = request.query as { economy: string; tenant: string }
  const client = await pool.connect()
  try {
    await client.query('begin read only')
    await client.query(`set local app.tenant = '${tenant.replaceAll("'", '')}'`)
    const { rows } = await client.query({ name: 'floor', text, values: [economy, tenant] })
    await client.query('commit')
    response.json({ economy, items: rows })
  } finally {
    client.release()
  }
})
app.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
