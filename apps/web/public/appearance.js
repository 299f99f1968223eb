// Runs before the first paint, so that a reader of the dark scheme never sees a white flash.
// It is a file and not an inline script because the policy is `script-src 'self'`.
;(function () {
  var root = document.documentElement
  var chosen = null
  try {
    chosen = localStorage.getItem('observatory-theme')
  } catch {
    // Storage may be refused; the system's choice then holds.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
