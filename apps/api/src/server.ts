import { makeApp } from './app.ts'
import { readConfig } from './config.ts'
import { makeContext } from './context.ts'

const config = readConfig()
const context = makeContext(config)
const server = makeApp(context).listen(config.port, config.host, (error?: Error) => {
  if (error) {
    context.log.fatal({ err: error }, `cannot listen on ${config.host}:${config.port}`)
    process.exitCode = 1
    void context.close()
    return
  }
  context.log.info({ url: config.url }, 'server ready')
  // Loaded before anybody signs in, and after the first answers: it takes a second in which nothing else is answered.
  setTimeout(() => {
    context.signIn().catch((cause: unknown) => context.log.error({ err: cause }, 'sign-in cannot be loaded'))
  }, 1000).unref()
})
// Longer than a proxy keeps an idle connection, so that it is the proxy that closes it.
server.keepAliveTimeout = 75_000

let stopping = false
/** Takes no more requests, lets those under way finish, for ten seconds at most. */
function stop() {
  if (stopping) return
  stopping = true
  const force = setTimeout(() => server.closeAllConnections(), 10_000)
  server.close(() => {
    clearTimeout(force)
    void context.close()
  })
  server.closeIdleConnections()
}
process.on('SIGTERM', stop).on('SIGINT', stop)
