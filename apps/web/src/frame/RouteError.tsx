import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { normalise } from '../failure.ts'
import { goToSignIn } from '../session.ts'
import { ErrorState } from '../ui/ErrorState.tsx'

/** What a page shows in its place when it cannot be drawn. A session that ended leads to the sign-in page and back. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const ended = normalise(error).code === 'unauthenticated'
  useEffect(() => {
    if (ended) goToSignIn()
  }, [ended])
  if (ended) return null
  return (
    <ErrorState
      error={error}
      retry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}
