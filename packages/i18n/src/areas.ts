import { intlTag, type Locale } from './locale.ts'
import { toLatin } from './transliterate.ts'

/**
 * Names of areas are policy: they come from here alone, never from `Intl`, so that
 * the designation of Kosovo* always carries its asterisk and North Macedonia its full name.
 *
 * `name` stands alone; `in` and `for` carry their preposition; `of` is the bare
 * genitive, for the sentence to join.
 */
export type AreaForm = 'name' | 'in' | 'of' | 'for'

type Forms = readonly [name: string, inside: string, of: string, for_: string]
type Written = Exclude<Locale, 'sr-Latn'>

const names: Record<Written, Record<string, Forms>> = {
  en: {
    ALB: ['Albania', 'in Albania', 'Albania', 'for Albania'],
    BIH: [
      'Bosnia and Herzegovina',
      'in Bosnia and Herzegovina',
      'Bosnia and Herzegovina',
      'for Bosnia and Herzegovina',
    ],
    XKX: ['Kosovo*', 'in Kosovo*', 'Kosovo*', 'for Kosovo*'],
    MNE: ['Montenegro', 'in Montenegro', 'Montenegro', 'for Montenegro'],
    MKD: ['North Macedonia', 'in North Macedonia', 'North Macedonia', 'for North Macedonia'],
    SRB: ['Serbia', 'in Serbia', 'Serbia', 'for Serbia'],
    WB6: ['the six economies', 'in the six economies', 'the six economies', 'for the six economies'],
  },
  sq: {
    ALB: ['Shqipëria', 'në Shqipëri', 'Shqipërisë', 'për Shqipërinë'],
    BIH: [
      'Bosnja dhe Hercegovina',
      'në Bosnjë dhe Hercegovinë',
      'Bosnjës dhe Hercegovinës',
      'për Bosnjën dhe Hercegovinën',
    ],
    XKX: ['Kosova*', 'në Kosovë*', 'Kosovës*', 'për Kosovën*'],
    MNE: ['Mali i Zi', 'në Mal të Zi', 'Malit të Zi', 'për Malin e Zi'],
    MKD: ['Maqedonia e Veriut', 'në Maqedoninë e Veriut', 'Maqedonisë së Veriut', 'për Maqedoninë e Veriut'],
    SRB: ['Serbia', 'në Serbi', 'Serbisë', 'për Serbinë'],
    WB6: ['gjashtë ekonomitë', 'në gjashtë ekonomitë', 'gjashtë ekonomive', 'për gjashtë ekonomitë'],
  },
  bs: {
    ALB: ['Albanija', 'u Albaniji', 'Albanije', 'za Albaniju'],
    BIH: ['Bosna i Hercegovina', 'u Bosni i Hercegovini', 'Bosne i Hercegovine', 'za Bosnu i Hercegovinu'],
    XKX: ['Kosovo*', 'na Kosovu*', 'Kosova*', 'za Kosovo*'],
    MNE: ['Crna Gora', 'u Crnoj Gori', 'Crne Gore', 'za Crnu Goru'],
    MKD: ['Sjeverna Makedonija', 'u Sjevernoj Makedoniji', 'Sjeverne Makedonije', 'za Sjevernu Makedoniju'],
    SRB: ['Srbija', 'u Srbiji', 'Srbije', 'za Srbiju'],
    WB6: ['šest ekonomija', 'u šest ekonomija', 'šest ekonomija', 'za šest ekonomija'],
  },
  cnr: {
    ALB: ['Albanija', 'u Albaniji', 'Albanije', 'za Albaniju'],
    BIH: ['Bosna i Hercegovina', 'u Bosni i Hercegovini', 'Bosne i Hercegovine', 'za Bosnu i Hercegovinu'],
    XKX: ['Kosovo*', 'na Kosovu*', 'Kosova*', 'za Kosovo*'],
    MNE: ['Crna Gora', 'u Crnoj Gori', 'Crne Gore', 'za Crnu Goru'],
    MKD: ['Sjeverna Makedonija', 'u Sjevernoj Makedoniji', 'Sjeverne Makedonije', 'za Sjevernu Makedoniju'],
    SRB: ['Srbija', 'u Srbiji', 'Srbije', 'za Srbiju'],
    WB6: ['šest ekonomija', 'u šest ekonomija', 'šest ekonomija', 'za šest ekonomija'],
  },
  mk: {
    ALB: ['Албанија', 'во Албанија', 'на Албанија', 'за Албанија'],
    BIH: ['Босна и Херцеговина', 'во Босна и Херцеговина', 'на Босна и Херцеговина', 'за Босна и Херцеговина'],
    XKX: ['Косово*', 'во Косово*', 'на Косово*', 'за Косово*'],
    MNE: ['Црна Гора', 'во Црна Гора', 'на Црна Гора', 'за Црна Гора'],
    MKD: ['Северна Македонија', 'во Северна Македонија', 'на Северна Македонија', 'за Северна Македонија'],
    SRB: ['Србија', 'во Србија', 'на Србија', 'за Србија'],
    WB6: ['шесте економии', 'во шесте економии', 'на шесте економии', 'за шесте економии'],
  },
  'sr-Cyrl': {
    ALB: ['Албанија', 'у Албанији', 'Албаније', 'за Албанију'],
    BIH: ['Босна и Херцеговина', 'у Босни и Херцеговини', 'Босне и Херцеговине', 'за Босну и Херцеговину'],
    XKX: ['Косово*', 'на Косову*', 'Косова*', 'за Косово*'],
    MNE: ['Црна Гора', 'у Црној Гори', 'Црне Горе', 'за Црну Гору'],
    MKD: ['Северна Македонија', 'у Северној Македонији', 'Северне Македоније', 'за Северну Македонију'],
    SRB: ['Србија', 'у Србији', 'Србије', 'за Србију'],
    WB6: ['шест економија', 'у шест економија', 'шест економија', 'за шест економија'],
  },
}

const footnotes: Record<Written, string> = {
  en: 'This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.',
  sq: 'Ky përcaktim nuk paragjykon qëndrimet mbi statusin dhe është në përputhje me Rezolutën 1244/1999 të KS të OKB-së dhe me Opinionin e GJND-së mbi shpalljen e pavarësisë së Kosovës.',
  bs: 'Ovaj naziv ne prejudicira stavove o statusu i u skladu je s Rezolucijom Vijeća sigurnosti UN-a 1244/1999 i mišljenjem Međunarodnog suda pravde o proglašenju nezavisnosti Kosova.',
  cnr: 'Ovaj naziv ne prejudicira stavove o statusu i u skladu je s Rezolucijom Savjeta bezbjednosti UN 1244/1999 i mišljenjem Međunarodnog suda pravde o proglašenju nezavisnosti Kosova.',
  mk: 'Оваа ознака не ги прејудицира ставовите за статусот и е во согласност со Резолуцијата 1244/1999 на СБ на ООН и со мислењето на МСП за прогласувањето независност на Косово.',
  'sr-Cyrl':
    'Овај назив не прејудицира ставове о статусу и у складу је са Резолуцијом СБ УН 1244/1999 и мишљењем МСП о проглашењу независности Косова.',
}

/** An area in one version; `code` gives the code with Kosovo's asterisk. A code we do not name is given back as it is. */
export function areaName(code: string, locale: Locale, form: AreaForm | 'code' = 'name'): string {
  if (form === 'code') return code === 'XKX' ? 'XKX*' : code
  const latin = locale === 'sr-Latn'
  const forms = names[latin ? 'sr-Cyrl' : locale][code]
  if (!forms) return code
  const at = { name: 0, in: 1, of: 2, for: 3 } as const
  const text = forms[at[form]]
  return latin ? toLatin(text) : text
}

/** The note to the asterisk, printed on the page, slide or sheet where the asterisk stands. */
export function footnote(locale: Locale): string {
  return locale === 'sr-Latn' ? toLatin(footnotes['sr-Cyrl']) : footnotes[locale]
}

/** Codes in the alphabet of a version, by name; the asterisk does not count. */
export function sortByName(codes: readonly string[], locale: Locale): string[] {
  const collator = new Intl.Collator(intlTag(locale))
  return codes.toSorted((a, b) => collator.compare(areaName(a, locale), areaName(b, locale)))
}
