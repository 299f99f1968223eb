import { randomBytes } from 'node:crypto'

/**
 * A uuid of version 7: sorts by the millisecond in which it was made, so new rows land together in an index.
 *
 * Made here because Postgres has `uuidv7()` only from 18 on (RFC 9562 §5.7).
 */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
