let isWanted = false
const listeners = new Set<() => void>()

export const wanted = (): boolean => isWanted

export function onWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says in passing that something was done. What needs an answer, or must be read, does not belong in a toast. */
export async function toast(message: string): Promise<void> {
  isWanted = true
  for (const listener of listeners) listener()
  const { notifications } = await import('@mantine/notifications')
  notifications.show({ message, withCloseButton: false })
}
