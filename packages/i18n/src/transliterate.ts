const letters: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'đ',
  е: 'e',
  ж: 'ž',
  з: 'z',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'ć',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'č',
  џ: 'dž',
  ш: 'š',
}

/** Marks a stretch that keeps its script, such as a code or a foreign name: `⟦…⟧`. The marks themselves are dropped. */
const kept = /⟦([^⟧]*)⟧/

/**
 * Serbian Cyrillic in Latin letters.
 *
 * Digraphs follow their word: `Њ` is `Nj` before a small letter and `NJ` in
 * capitals. Everything that is not a Serbian letter stays, so ICU syntax and
 * Latin codes pass through.
 */
export function toLatin(text: string): string {
  return text
    .split(kept)
    .map((part, at) => (at % 2 === 1 ? part : latin(part)))
    .join('')
}

function latin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter, at: number) => {
    const small = letter.toLowerCase()
    const mapped = letters[small] ?? letter
    if (letter === small) return mapped
    const next = text[at + 1] ?? ''
    const before = text[at - 1] ?? ''
    const capitals = isCapital(next) || (!isSmall(next) && isCapital(before))
    return capitals ? mapped.toUpperCase() : mapped[0]!.toUpperCase() + mapped.slice(1)
  })
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase()
}

/** A message tree with every text passed through `change`. */
export function mapMessages<T>(messages: T, change: (text: string) => string): T {
  if (typeof messages === 'string') return change(messages) as T
  if (typeof messages !== 'object' || messages === null) return messages
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, mapMessages(value, change)])) as T
}
