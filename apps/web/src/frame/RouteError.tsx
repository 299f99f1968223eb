import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { normalise } from '../failure.ts'
import { goToSignIn } from '../session.ts'
import { ErrorState } from '../ui/ErrorState.tsx'

/** What a page shows in its place when it cannot be drawn. A session that ended leads to the sign-in page and back. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const { code } = normalise(error)
  const ended = code === 'unauthenticated'
  useEffect(() => {
    if (ended) goToSignIn()
  }, [ended])
  useEffect(() => {
    if (code !== 'offline') return undefined
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [code])
  if (ended) return null
  return (
    <ErrorState
      error={error}
      retry={() => {
        if (code === 'offline') return reload()
        reset()
        void router.invalidate()
      }}
    />
  )
}

/** Code that could not be fetched is fetched again only by a load of the page, and only once there is a connection. */
function reload(): void {
  if (navigator.onLine) location.reload()
}
