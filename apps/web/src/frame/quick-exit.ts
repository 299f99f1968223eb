/** A page that anyone might have open. It is asked for only when the reader leaves. */
const neutral = 'https://www.wikipedia.org/'

/** Two presses further apart than this close two things; they are no wish to leave. In milliseconds. */
const twice = 600

/**
 * Leaves at once: hides the page, ends the session, and puts a neutral site in place of this entry of the
 * history. Pages seen before stay in the browser's history, and the help page says so.
 */
export function leave(): void {
  document.documentElement.hidden = true
  document.title = ''
  sessionStorage.clear()
  void fetch('/auth/sign-out', {
    method: 'POST',
    keepalive: true,
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  }).catch(() => {})
  location.replace(neutral)
}

/** Escape pressed twice leaves, wherever the focus is. Returns what stops the listening. */
export function listenForEscapeTwice(): () => void {
  let before = -Infinity
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.repeat) return
    if (event.timeStamp - before < twice) leave()
    before = event.timeStamp
  }
  // Captured, because a menu that closes on Escape stops the event there.
  window.addEventListener('keydown', onKey, { capture: true })
  return () => window.removeEventListener('keydown', onKey, { capture: true })
}
