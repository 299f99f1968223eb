import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// The workers read this file again: what the first reading decided is kept in the environment.
const port = (process.env['E2E_PORT'] ??= String(4100 + Math.floor(Math.random() * 800)))
const data = (process.env['E2E_DATA'] ??= mkdtempSync(join(tmpdir(), 'observatory-e2e-')))
const browser = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Browser journeys against what `npm start` serves, on a data folder of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: 'line',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      ...(process.env['PLAYWRIGHT_OWN_BROWSER'] ? {} : { executablePath: browser }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node --import tsx infra/start.ts',
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 240_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      PORT: port,
      OBSERVATORY_DATA: data,
      OBSERVATORY_SIGN_IN_LIMIT: '1000',
      OBSERVATORY_URL: '',
      DATABASE_URL: '',
    },
  },
})
