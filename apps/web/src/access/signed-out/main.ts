import { footnote } from '@observatory/i18n/areas'
import { formatter } from '@observatory/i18n/format'
import { htmlLang, localeName, locales, type Locale } from '@observatory/i18n/locale'
import type { MessageKey } from '@observatory/i18n/translate'
import 'virtual:fonts.css'
import '../../styles/tokens.css'
import '../../styles/base.css'
import header from '../../frame/Header.module.css'
import { normalise } from '../../failure.ts'
import { leave, listenForEscapeTwice } from '../../frame/quick-exit.ts'
import { preferredLocale, rememberLocale } from '../../ui/preferred-locale.ts'
import { signedOutTranslator } from './catalogue.ts'
import { element } from './element.ts'
import { invitationPage } from './invitation.ts'
import { mark } from './mark.ts'
import type { Page, Words } from './page.ts'
import { passwordPage } from './password.ts'
import { signInPage } from './sign-in.ts'
import classes from './SignedOut.module.css'

/** The pages of readers without a session, by the first segment of their address. */
const pages: Record<string, (words: Words) => Page | Promise<Page>> = {
  'sign-in': signInPage,
  invitation: invitationPage,
  password: passwordPage,
}

async function draw(locale: Locale): Promise<void> {
  const words: Words = { t: await signedOutTranslator(locale), locale, format: formatter(locale) }
  document.documentElement.lang = htmlLang(locale)
  const page = await makePage(words)
  document.title = `${page.title} · ${words.t('app.name')}`
  document
    .getElementById('root')!
    .replaceChildren(
      frameHeader(words),
      element(
        'main',
        { class: `page ${classes.main}`, attributes: { id: 'main' } },
        element('h1', {}, page.title),
        ...page.content,
      ),
      element(
        'footer',
        { class: 'page' },
        openFigures(words),
        element('p', { class: classes.foot }, `* ${footnote(locale)}`),
      ),
    )
}

async function makePage(words: Words): Promise<Page> {
  const make = pages[location.pathname.split('/')[1] ?? ''] ?? signInPage
  try {
    return await make(words)
  } catch (error) {
    const { code } = normalise(error)
    const again = element('a', { attributes: { href: location.href } }, words.t('app.tryAgain'))
    again.addEventListener('click', () => location.reload())
    return {
      title: words.t(`errors.${code}.title` as MessageKey),
      content: [element('p', {}, words.t(`errors.${code}.text` as MessageKey)), element('p', {}, again)],
    }
  }
}

function frameHeader({ t, locale }: Words): Node {
  const language = element(
    'select',
    { class: classes.language, attributes: { 'aria-label': t('app.language.title') } },
    ...locales.map((code) => {
      const option = element('option', { attributes: { value: code, lang: code } }, localeName[code])
      option.selected = code === locale
      return option
    }),
  )
  language.addEventListener('change', () => {
    rememberLocale(language.value as Locale)
    void draw(language.value as Locale)
  })
  const exit = element(
    'button',
    {
      class: `${header.control} ${header.exit}`,
      attributes: { type: 'button', title: t('app.exit.help') },
      on: { click: leave },
    },
    t('app.exit.label'),
  )
  return element(
    'header',
    { class: header.top },
    element(
      'div',
      { class: `page ${header.bar}` },
      element('span', { class: header.brand }, mark(), t('app.name')),
      element('span', { class: header.grow }),
      language,
      exit,
    ),
  )
}

function openFigures({ t }: Words): Node {
  const link = element('a', { attributes: { href: '/data/all.zip' } }, t('access.signIn.openLink'))
  return element(
    'div',
    { class: classes.about },
    element('p', {}, t('access.signIn.about')),
    element('p', {}, t('access.signIn.open'), ' ', link),
  )
}

listenForEscapeTwice()
await draw(preferredLocale())
