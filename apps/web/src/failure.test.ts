import { expect, test } from 'vitest'
import { failureFromResponse } from './failure.ts'

const data = {
  code: 'invalid',
  status: 400,
  requestId: 'r1',
  params: {},
  problems: [{ path: ['password'], key: 'access.password.too-easy' }],
}

test('a plain route and a procedure that refuse the same thing are one failure', async () => {
  const plain = await failureFromResponse(Response.json(data, { status: 400 }))
  const procedure = await failureFromResponse(
    Response.json({ error: { message: 'invalid', code: -32600, data } }, { status: 400 }),
  )
  expect(plain.problems).toEqual(data.problems)
  expect(Object.entries(procedure)).toEqual(Object.entries(plain))
})

test('an answer that is not ours is understood by its status', async () => {
  expect((await failureFromResponse(new Response('<h1>Bad gateway</h1>', { status: 502 }))).code).toBe('busy')
})

test('a fault of the server is a defect with the number of its request', async () => {
  const failure = await failureFromResponse(Response.json({ code: 'defect', requestId: 'r2' }, { status: 500 }))
  expect([failure.code, failure.requestId]).toEqual(['defect', 'r2'])
})

test('a reader is told how long to wait', async () => {
  const failure = await failureFromResponse(Response.json({ code: 'busy', retryAfter: 42 }, { status: 429 }))
  expect([failure.code, failure.status, failure.retryAfter]).toEqual(['busy', 429, 42])
})
