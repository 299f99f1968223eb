import type { IncomingMessage, ServerResponse } from 'node:http'
import { readAs, writeAs } from '@observatory/db/tenancy'
import type { Permission, Role } from '@observatory/domain/access'
import { AppError, type ProblemBody } from '@observatory/domain/errors'
import { initTRPC, type TRPCError } from '@trpc/server'
import { type Acting, requirePermission } from './access/acting.ts'
import { actingFor } from './access/session.ts'
import { recordEvent, type AuditEvent } from './audit/record.ts'
import type { Context } from './context.ts'
import { describeError, isRetryable, toAppError } from './errors.ts'

/** What every procedure is handed before it becomes anybody. */
export interface Call {
  context: Context
  request: IncomingMessage
  response: ServerResponse
  requestId: string
}

const t = initTRPC
  .context<Call>()
  .meta<{ kind: 'open' | 'read' | 'write'; permission?: Permission }>()
  .create({
    isDev: false,
    errorFormatter({ error, shape, ctx }) {
      // NOTE: this file alone knows TRPCError. Its own codes (input, size, unknown procedure) become ours here.
      const body: ProblemBody = ctx
        ? describeError(fromTrpc(error), ctx.requestId, ctx.context.log)
        : { code: 'defect', status: 500, requestId: '', params: {}, problems: [] }
      return { ...shape, message: body.code, data: { ...body, httpStatus: body.status } }
    },
  })

export const router = t.router

function fromTrpc(error: TRPCError): unknown {
  if (error.code === 'INTERNAL_SERVER_ERROR') return error.cause ?? error
  if (error.code === 'NOT_FOUND') return new AppError('not-found', { cause: error })
  if (error.code === 'PAYLOAD_TOO_LARGE') return new AppError('too-large', { cause: error })
  return toAppError(error.cause) ?? new AppError('invalid', { cause: error })
}

/** For anybody, signed in or not; is given no transaction. What it reads it reads through `readPublic`. */
export const open = t.procedure.meta({ kind: 'open' })

/** A query in one read-only transaction in which Postgres knows the organisation. */
export function read(permission: Permission) {
  return t.procedure.meta({ kind: 'read', permission }).use(async ({ ctx, next }) => {
    const acting = await actingFor(ctx.context, ctx.request, permission)
    return readAs(ctx.context.db.app, acting.actor, async (tx) => {
      const result = await next({ ctx: { ...identity(acting), tx } })
      if (!result.ok) throw causeOf(result.error)
      return result
    })
  })
}

/**
 * A mutation in one transaction, in which session, membership and role are checked again.
 *
 * Refused whole when it recorded no audit event. Run a second time where Postgres
 * could not serialise it with another.
 */
export function write(permission: Permission) {
  return t.procedure.meta({ kind: 'write', permission }).use(async ({ ctx, next }) => {
    const acting = await actingFor(ctx.context, ctx.request, permission)
    const actor = { ...acting.actor, tokenHash: acting.tokenHash }
    return retried(() =>
      writeAs(ctx.context.db.app, actor, async (tx) => {
        // The role in `acting` may be a second old.
        const { role } = await tx
          .selectFrom('member')
          .select('role')
          .where('tenantId', '=', actor.tenantId)
          .where('userId', '=', actor.userId)
          .executeTakeFirstOrThrow()
        requirePermission(role as Role, permission)
        let recorded = 0
        const audit = async (event: AuditEvent) => {
          await recordEvent(tx, actor, event)
          recorded++
        }
        const result = await next({ ctx: { ...identity(acting), tx, audit } })
        if (!result.ok) throw causeOf(result.error)
        if (recorded === 0) throw new Error('A write procedure recorded no audit event.')
        return result
      }),
    )
  })
}

function identity({ actor, user, tenant, member, sessionId }: Acting) {
  return { actor, user, tenant, member, sessionId }
}

/** The exception a handler threw: Postgres and the transaction must see it, not tRPC's wrapping of it. */
function causeOf(error: TRPCError): unknown {
  return error.code === 'INTERNAL_SERVER_ERROR' && error.cause ? error.cause : error
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isRetryable(error)) throw error
    return work()
  }
}
