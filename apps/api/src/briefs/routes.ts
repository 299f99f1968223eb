import { readAs } from '@observatory/db/tenancy'
import { AppError } from '@observatory/domain/errors'
import type { Express } from 'express'
import { actingFor } from '../access/session.ts'
import type { Context } from '../context.ts'
import { findFile, getBrief } from './queries.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The made file over plain HTTP, under the permission and organisation that the list has. */
export function mountBriefs(app: Express, context: Context): void {
  app.get('/api/briefs/:file', async (request, response) => {
    const acting = await actingFor(context, request, 'brief:read')
    const [id, extension] = request.params.file.split('.', 2)
    if (!id || !uuid.test(id) || extension !== 'pdf') throw new AppError('not-found')
    const { brief, file } = await readAs(context.db.app, acting.actor, async (tx) => ({
      brief: await getBrief(tx, acting.tenant.id, id),
      file: await findFile(tx, acting.tenant.id, id),
    }))
    if (!file) throw new AppError('not-found')
    const etag = `"${file.sha256}"`
    response.setHeader('ETag', etag)
    response.setHeader('Cache-Control', 'private, no-cache')
    response.setHeader('Vary', 'Cookie, Observatory-Organisation')
    if (request.headers['if-none-match'] === etag) {
      response.status(304).end()
      return
    }
    response.setHeader('Content-Disposition', `inline; filename="${fileName(brief)}"`)
    response.type('application/pdf').send(file.bytes)
  })
}

/** Such as `summit-brief.en.p12.pdf`: plain letters, whatever the title is. */
export function fileName({ template, locale, edition }: { template: string; locale: string; edition: string }): string {
  return `${template}-brief.${locale}.${edition}.pdf`
}
