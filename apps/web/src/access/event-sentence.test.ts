import { loadMessages, translator } from '@observatory/i18n/translate'
import { expect, test } from 'vitest'
import { eventSentence } from './event-sentence.ts'

const t = translator('en', await loadMessages('en'))
const event = { actor: 'u1', actorName: 'Arta Hoxha', subject: 'u2', subjectName: 'Ben Kola', detail: {} }

test('a change of role is told with both roles by their names', () => {
  const detail = { from: 'viewer', to: 'approver' }
  expect(eventSentence({ ...event, action: 'member.role-changed', detail }, t)).toBe(
    'Arta Hoxha changed the role of Ben Kola from Viewer to Approver.',
  )
})

test('what the installation does by itself is told as such', () => {
  expect(eventSentence({ ...event, action: 'release.published', actor: 'service:approver', actorName: null }, t)).toBe(
    'The installation published a release of figures.',
  )
})

test('an action that has no sentence is shown by its stored name', () => {
  expect(eventSentence({ ...event, action: 'thing.done' }, t)).toBe('Arta Hoxha: thing.done')
})

test('a person who is no longer known is not left out', () => {
  expect(eventSentence({ ...event, action: 'member.removed', subjectName: null }, t)).toBe(
    'Arta Hoxha removed someone no longer known here.',
  )
})
