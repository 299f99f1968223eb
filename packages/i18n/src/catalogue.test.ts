import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { intlTag, locales } from './locale.ts'
import { loadMessages } from './translate.ts'

type Tree = { [key: string]: string | Tree }

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value)
    else for (const [inner, text] of leaves(value, `${prefix}${key}.`)) found.set(inner, text)
  }
  return found
}

function argumentsOf(message: string, locale: string): string[] {
  const names = new Set<string>()
  const walk = (elements: unknown): void => {
    for (const element of elements as {
      type: number
      value?: string
      options?: Record<string, { value: unknown }>
    }[]) {
      if (element.type >= 1 && element.type <= 6 && element.value) names.add(element.value)
      for (const option of Object.values(element.options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, locale).getAst())
  return [...names].toSorted()
}

/** Forms of an area may differ between languages: `{economy_in}` here is `{economy_of}` there. */
const withoutForm = (names: string[]) => [...new Set(names.map((name) => name.replace(/_(in|of|for)$/, '')))]

test.for(locales.filter((locale) => locale !== 'en'))(
  '%s says everything that English says, with the same arguments',
  async (locale) => {
    const english = leaves((await loadMessages('en')) as unknown as Tree)
    const translated = leaves((await loadMessages(locale)) as unknown as Tree)
    expect([...english.keys()].filter((key) => !translated.has(key))).toEqual([])
    expect([...translated.keys()].filter((key) => !english.has(key))).toEqual([])
    const wrong: string[] = []
    for (const [key, message] of english) {
      const want = withoutForm(argumentsOf(message, 'en'))
      const have = withoutForm(argumentsOf(translated.get(key)!, intlTag(locale)))
      if (want.join() !== have.join()) wrong.push(`${key}: ${want.join()} ≠ ${have.join()}`)
    }
    expect(wrong).toEqual([])
  },
)

test('texts in Cyrillic versions are not left in Latin', async () => {
  for (const locale of ['mk', 'sr-Cyrl'] as const) {
    const messages = leaves((await loadMessages(locale)) as unknown as Tree)
    const words = [...messages].filter(([, text]) =>
      /[a-z]{4,} [a-z]{4,} [a-z]{4,}/i.test(text.replace(/\{[^}]*\}/g, '')),
    )
    expect(words.map(([key]) => key)).toEqual([])
  }
})
