import { expect, test } from 'vitest'
import { AppError, errorCodes } from './app-error.ts'
import { defectBody, problemBody, statusOf } from './problem.ts'

test('the body of an error carries its code, its status and the request, and never its cause', () => {
  const error = new AppError('conflict', { params: { reason: 'last-admin' }, cause: new Error('secret') })
  expect(problemBody(error, 'r1')).toEqual({
    code: 'conflict',
    status: 409,
    requestId: 'r1',
    params: { reason: 'last-admin' },
    problems: [],
  })
  expect(JSON.stringify(problemBody(error, 'r1'))).not.toContain('secret')
})

test('each code is a refusal of its own kind, and a defect is ours', () => {
  expect(errorCodes.map(statusOf)).toEqual([401, 403, 404, 400, 409, 413, 429])
  expect(defectBody('r2')).toMatchObject({ code: 'defect', status: 500, requestId: 'r2' })
})
