import { access, constants, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/** What the pages import; the plugin stands behind it. */
const name = 'virtual:fonts.css'

const require = createRequire(import.meta.url)

/**
 * The letters of the seven versions and no others. A letter outside them, in somebody's name, falls back to the
 * system's font.
 */
const scripts = {
  latin: {
    file: 'latin',
    ranges: [
      '20-7E',
      'A0-FF',
      '2009-2014',
      '2018-201E',
      '2020-2022',
      '2026',
      '202F',
      '2032-2033',
      '20AC',
      '2191',
      '2193',
      '2212',
    ],
  },
  // Č ć đ š ž and their capitals, which the foundry files under "latin-ext".
  'latin-south': { file: 'latin-ext', ranges: ['106-107', '10C-10D', '110-111', '160-161', '17D-17E'] },
  cyrillic: { file: 'cyrillic', ranges: ['400-45F', '2116'] },
}

/** Titles have one weight; text runs from regular to bold. */
const families = [
  {
    family: 'Source Sans 3 Variable',
    package: 'source-sans-3',
    weight: '400 700',
    axes: { wght: { min: 400, max: 700, default: 400 } },
  },
  { family: 'Source Serif 4 Variable', package: 'source-serif-4', weight: '600', axes: { wght: 600 } },
]

/**
 * Cuts the two families down to our letters and weights, so that a script costs a reader at most 60 kB.
 * `font-display: swap` lets the text be read before it comes. The cut fonts lie in `folder`, from where Vite takes
 * them like any other file.
 */
export function fonts(folder: string): Plugin {
  return {
    name: 'fonts',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined
      const place = await writable(folder)
      return (
        await Promise.all(
          families.flatMap((family) => Object.keys(scripts).map((script) => makeFace(place, family, script as Script))),
        )
      ).join('\n')
    },
  }
}

/** The folder, or one for the moment where the project belongs to somebody else. */
async function writable(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    return folder
  } catch {
    return mkdtemp(join(tmpdir(), 'observatory-fonts-'))
  }
}

type Script = keyof typeof scripts

async function makeFace(folder: string, family: (typeof families)[number], script: Script): Promise<string> {
  const { file, ranges } = scripts[script]
  const source = require.resolve(
    `@fontsource-variable/${family.package}/files/${family.package}-${file}-wght-normal.woff2`,
  )
  const font = await subsetFont(await readFile(source), lettersOf(ranges), {
    targetFormat: 'woff2',
    variationAxes: family.axes,
  })
  const path = join(folder, `${family.package}-${script}.woff2`)
  await writeFile(path, font)
  return (
    `@font-face{font-family:'${family.family}';font-style:normal;font-weight:${family.weight};font-display:swap;` +
    `src:url(${JSON.stringify(path)}) format('woff2');unicode-range:${ranges.map((range) => `U+${range}`).join(',')}}`
  )
}

function lettersOf(ranges: readonly string[]): string {
  return ranges
    .map((range) => {
      const [first = 0, last = first] = range.split('-').map((code) => Number.parseInt(code, 16))
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')
    })
    .join('')
}
