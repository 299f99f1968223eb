import { makeBriefFile } from './briefs/job.ts'
import type { Task } from './jobs.ts'

/**
 * One line a task; its name also stands in table jobs.task (migration 0006).
 *
 * Apart from jobs.ts, so that the server can enqueue without loading what only the worker needs.
 */
export const tasks: Record<string, Task> = {
  'brief.render': { permission: 'brief:make', run: makeBriefFile },
}
