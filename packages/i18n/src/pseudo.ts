const accented: Record<string, string> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  s: 'š',
  u: 'ú',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
}

/**
 * English made recognisable: accents, brackets, a third longer. A string on screen
 * without brackets is hard-coded; one without its closing bracket is cut off.
 */
export function pseudo(message: string): string {
  // ICU arguments and plural branches keep their syntax; only text outside braces changes.
  let depth = 0
  let changed = ''
  for (const letter of message) {
    if (letter === '{') depth += 1
    if (letter === '}') depth -= 1
    changed += depth === 0 ? (accented[letter] ?? letter) : letter
  }
  return `[${changed}${'~'.repeat(Math.ceil(message.length / 3))}]`
}
