import { readConfig } from './config.ts'
import { makeContext } from './context.ts'
import { startWorker } from './jobs.ts'
import { tasks } from './tasks.ts'

const context = makeContext(readConfig(), { process: 'worker' })
const runner = await startWorker(context, tasks)
context.log.info('worker ready')

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await runner.stop()
  await context.close()
}
process.on('SIGTERM', stop).on('SIGINT', stop)
await runner.promise
