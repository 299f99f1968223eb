import type pg from 'pg'
import { longestPassword, shortestPassword } from '@observatory/domain/access'
import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

/** Set by our server on every request from the connection itself, whatever the client sent under this name. */
export const clientAddressHeader = 'observatory-client-address'

const week = 7 * 24 * 60 * 60 // seconds

/**
 * Passwords, sessions and the second factor, by better-auth on a pool of role `auth`.
 *
 * It knows nothing of organisations. People are made by an invitation or on the
 * command line (users.ts), so its own sign-up is closed; sessions live in the
 * database only, so that ending one ends it.
 */
export async function makeSignIn(config: Config, pool: pg.Pool, log: Logger) {
  // Most of a second of modules, needed by nobody until the first sign-in: loaded after the server listens.
  const [{ betterAuth }, { twoFactor }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/two-factor'),
  ])
  return betterAuth({
    appName: 'Observatory',
    baseURL: config.url,
    basePath: '/auth',
    secret: config.secret,
    database: pool,
    trustedOrigins: [config.url],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    session: { expiresIn: week, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: config.signInLimit },
        '/two-factor/*': { window: 60, max: config.signInLimit },
      },
    },
    advanced: {
      cookiePrefix: 'observatory',
      useSecureCookies: config.url.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => log[level === 'error' ? 'error' : 'warn'](message) },
    plugins: [twoFactor({ issuer: 'Observatory' })],
  })
}

export type SignIn = Awaited<ReturnType<typeof makeSignIn>>
