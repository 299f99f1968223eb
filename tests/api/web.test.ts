import { request } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'observatory-web-'))
  mkdirSync(join(folder, 'assets'))
  const page = (name: string) => `<meta property="csp-nonce" nonce="__CSP_NONCE__"><title>${name}</title>`
  writeFileSync(join(folder, 'index.html'), page('app'))
  writeFileSync(join(folder, 'signed-out.html'), page('signed out'))
  writeFileSync(join(folder, 'assets/app-1a2b3c.js'), 'console.log("plain")')
  writeFileSync(join(folder, 'assets/app-1a2b3c.js.br'), 'compressed')
  database = await freshDatabase()
  app = await startApp(database, { OBSERVATORY_WEB: folder })
})
afterAll(async () => {
  await app.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Without fetch, which sets `Host` and decompresses by itself. */
function raw(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    request(app.url + path, { headers }, (response) => {
      let body = ''
      response.on('data', (part) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
    })
      .on('error', reject)
      .end()
  })
}

test('each copy of a page carries the nonce of its own policy and is kept by nobody', async () => {
  const pages = await Promise.all(
    ['/', '/indicators/NCMEC_REPORTS?asOf=p3', '/'].map((path) => raw(path, { Accept: 'text/html' })),
  )
  const nonces = pages.map(({ status, headers, body }) => {
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    const [, nonce] = /nonce="([^"]+)"/.exec(body)!
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(body).not.toContain('__CSP_NONCE__')
    return nonce
  })
  expect(new Set(nonces).size).toBe(3)
})

test('readers without a session get a document of their own', async () => {
  for (const path of ['/sign-in', '/invitation', '/password'])
    expect((await raw(path, { Accept: 'text/html' })).body).toContain('signed out')
  expect((await raw('/members', { Accept: 'text/html' })).body).not.toContain('signed out')
})

test('files with a hash in their name leave compressed and are kept for ever', async () => {
  const answer = await raw('/assets/app-1a2b3c.js', { 'Accept-Encoding': 'br' })
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(answer.body).toBe('compressed')
})

test('an address that is no page is an honest 404, also for a browser', async () => {
  for (const path of ['/assets/gone.js', '/api/gone', '/data/gone.csv', '/auth/gone']) {
    expect([path, (await raw(path, { Accept: 'text/html' })).status]).toEqual([path, 404])
  }
  expect((await new Client(app.url).send('/members', { method: 'POST' })).status).toBe(404)
  expect((await raw('/../../package.json', { Accept: '*/*' })).body).not.toContain('dependencies')
})

test('a reader who comes by the other name of the machine is sent to the one that takes writes', async () => {
  const { port } = new URL(app.url)
  const answer = await raw('/coverage?asOf=p2', { Host: `localhost:${port}`, Accept: 'text/html' })
  expect([answer.status, answer.headers['location']]).toEqual([307, `${app.url}/coverage?asOf=p2`])
  expect((await raw('/healthz', { Host: `localhost:${port}` })).status).toBe(200)
})
