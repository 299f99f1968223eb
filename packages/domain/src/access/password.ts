/** Characters. NIST SP 800-63B §3.1.1.2: length is what counts; no composition rules. */
export const shortestPassword = 12
export const longestPassword = 128

/** Long enough, and not one character (or the person's own address) repeated until it is. */
export function isPasswordAcceptable(password: string, email: string): boolean {
  if (password.length < shortestPassword || password.length > longestPassword) return false
  if (new Set(password).size < 5) return false
  return password.toLowerCase() !== email.toLowerCase()
}
