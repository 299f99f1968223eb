import type { Role } from '@observatory/domain/access'

/** The roles in the order in which they are offered; typed by the domain, whose own list brings its schema along. */
export const roles = ['viewer', 'analyst', 'approver', 'coordinator', 'translator', 'admin'] as const satisfies Role[]
