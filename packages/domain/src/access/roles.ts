export const roles = ['viewer', 'analyst', 'approver', 'coordinator', 'translator', 'admin'] as const
export type Role = (typeof roles)[number]

/** What a member may be allowed to do, noun then verb. */
export const permissions = [
  'figure:read',
  'brief:read',
  'brief:make',
  'account:manage',
  'submission:enter',
  'submission:approve',
  'release:publish',
  'brief:coordinate',
  'translation:edit',
  'member:manage',
  'audit:read',
] as const
export type Permission = (typeof permissions)[number]

const everyone: readonly Permission[] = ['figure:read', 'brief:read', 'brief:make', 'account:manage']

const granted: Record<Role, readonly Permission[]> = {
  viewer: everyone,
  analyst: [...everyone, 'submission:enter'],
  // NOTE: four eyes. An approver never enters, so that no one role can put a figure before readers alone.
  approver: [...everyone, 'submission:approve', 'release:publish'],
  coordinator: [...everyone, 'brief:coordinate'],
  translator: [...everyone, 'translation:edit'],
  // An administrator looks after people and gets no say in figures by it.
  admin: [...everyone, 'member:manage', 'audit:read'],
}

/** Whether a role carries a permission. A member has one role in an organisation, and none outside it. */
export function may(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission)
}
