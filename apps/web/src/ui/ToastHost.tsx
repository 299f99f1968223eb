import { lazy, Suspense, useSyncExternalStore } from 'react'
import { onWanted, wanted } from './toast.ts'

const Toasts = lazy(async () => ({ default: (await import('./Toasts.tsx')).Toasts }))

/** Where short confirmations appear. Their code is fetched when the first one is to be said. */
export function ToastHost() {
  const needed = useSyncExternalStore(onWanted, wanted)
  return needed ? (
    <Suspense fallback={null}>
      <Toasts />
    </Suspense>
  ) : null
}
