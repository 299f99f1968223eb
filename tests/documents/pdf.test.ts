import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { DocumentModel, FigurePage } from '@observatory/documents/document'
import { TypesettingError, writePdf } from '@observatory/documents/pdf'
import { expect, test } from 'vitest'

const picture = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="482" height="40" viewBox="0 0 482 40"><rect width="482" height="40" fill="#0B57A4"/></svg>',
  alt: 'Bars of reports by economy. Albania: 23,426.',
}
const kosovo = [{ mark: 'Kosovo' }]

const page: FigurePage = {
  kind: 'figure',
  eyebrow: 'Indicator 1',
  title: 'Reports rose in five of six economies',
  standfirst: ['In ', ...kosovo, ' and elsewhere.'],
  figure: {
    title: 'Reports',
    subtitle: ['Hollow point', { note: 'Children of 2022.' }],
    picture,
    key: [],
    source: 'Source: A.',
  },
  table: {
    title: 'Reports',
    subtitle: null,
    corner: 'Economy',
    groups: [],
    columns: [{ label: '2020' }, { label: '2024 b', care: true }],
    rows: [
      {
        label: kosovo,
        cells: [
          { state: 'value', text: '1,229' },
          { state: 'bound', text: '<50' },
        ],
      },
      { label: 'Serbia', cells: [{ state: 'suppressed' }, { state: 'not-applicable' }] },
      { label: 'Six economies', total: true, cells: [{ state: 'value', text: '107,378' }, { state: 'missing' }] },
    ],
    key: [],
    source: 'Source: A.',
  },
  panels: [{ kind: 'points', title: 'What this number is not', points: ['Not victims.'] }],
}

function document(overrides: Partial<DocumentModel> = {}): DocumentModel {
  return {
    language: { lang: 'en', region: 'GB', script: 'Latn' },
    title: 'Summit brief: a test',
    author: 'Observatory',
    keywords: ['REPORTS'],
    date: '2025-09-15',
    product: 'Observatory',
    kind: 'Summit brief',
    runningHead: 'Skopje',
    runningFoot: 'Release p12',
    labels: { figure: 'Figure', table: 'Table', grade: 'grade' },
    markNote: 'This designation is without prejudice to positions on status.',
    warning: null,
    cover: null,
    pages: [page, { ...page, eyebrow: 'Indicator 2' }],
    ...overrides,
  }
}

/** Everything in the file that is not a picture or a font: dictionaries, and streams unpacked. */
function inside(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1')
  const parts = [text]
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const from = match.index + match[0].length
    try {
      parts.push(
        inflateSync(Buffer.from(text.slice(from, text.indexOf('endstream', from)), 'latin1')).toString('latin1'),
      )
    } catch {
      // not every stream is packed
    }
  }
  return parts.join('\n')
}

/** The text layer by poppler, where the machine has it. */
function textOf(bytes: Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'observatory-pdf-'))
  try {
    const path = join(folder, 'a.pdf')
    writeFileSync(path, bytes)
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('the same document is the same bytes, and another day is not', () => {
  const first = writePdf(document())
  expect(Buffer.compare(first, writePdf(document()))).toBe(0)
  expect(Buffer.compare(first, writePdf(document({ date: '2025-09-16' })))).not.toBe(0)
})

test('the file claims PDF/UA-1, is tagged, and says its title, language and day', () => {
  const text = inside(writePdf(document()))
  expect(text).toMatch(/pdfuaid:part>1</)
  expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
  expect(text).toMatch(/\/StructTreeRoot/)
  expect(text).toMatch(/\/Lang\s*\(en-GB\)/)
  expect(text).toContain('Summit brief: a test')
  expect(text).toMatch(/2025-09-15T00:00:00/)
  for (const tag of ['/H1', '/Figure', '/Table', '/TH', '/TD', '/Note']) expect(text.includes(tag), tag).toBe(true)
})

test('a picture is read aloud in its own words, and one without words is refused', () => {
  const text = inside(writePdf(document()))
  expect(text).toContain(picture.alt)
  const silent = document({ pages: [{ ...page, figure: { ...page.figure!, picture: { svg: picture.svg, alt: '' } } }] })
  expect(() => writePdf(silent)).toThrow(TypesettingError)
})

test('no character of a text is markup', () => {
  const title = '#panic("x") *bold* _it_ $x$ <label> @ref \\ `raw` = head'
  const bytes = writePdf(document({ title, pages: [{ ...page, title, standfirst: title }] }))
  const text = textOf(bytes)
  if (text) expect(text.replaceAll(/\s+/g, ' ')).toContain('#panic("x") *bold* _it_ $x$ <label> @ref \\ `raw` = head')
  expect(bytes.length).toBeGreaterThan(1000)
})

test('figures are text, and the note of the asterisk stands once on every page that shows it', () => {
  const text = textOf(writePdf(document()))
  if (text === null) return
  const pages = text.split('\f').filter((one) => one.trim() !== '')
  expect(pages).toHaveLength(2)
  for (const one of pages) {
    expect(one).toContain('107,378')
    expect(one.match(/without prejudice/g)).toHaveLength(1)
  }
})

test('a warning stands in words on every page', () => {
  const text = textOf(
    writePdf(document({ warning: { word: 'Demonstration', text: 'Every figure is invented.', stripes: true } })),
  )
  if (text === null) return
  const pages = text.split('\f').filter((one) => one.trim() !== '')
  for (const one of pages) expect(one).toContain('Every figure is invented.')
})

test('Cyrillic and Albanian letters are set in fonts that have them', () => {
  const text = textOf(
    writePdf(
      document({
        language: { lang: 'sr', region: null, script: 'Cyrl' },
        pages: [
          { ...page, title: 'Пријаве су порасле у пет економија', standfirst: 'Shqipëria, përmbledhje; Ќ, Ѓ, Њ, Ђ' },
        ],
      }),
    ),
  )
  if (text === null) return
  expect(text).toContain('Пријаве су порасле')
  expect(text).toContain('Ќ, Ѓ, Њ, Ђ')
})
