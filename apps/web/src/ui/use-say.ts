import type { Sentence } from '@observatory/domain/indicators'
import { say } from '@observatory/i18n/sentence'
import { useCallback } from 'react'
import { useFormat, useLocale, useT } from './i18n.tsx'

/** `const say = useSay(); say(change(…).sentence)`: a rule's finding in the reader's words. */
export function useSay(): (sentence: Sentence) => string {
  const t = useT()
  const format = useFormat()
  const { locale } = useLocale()
  return useCallback((sentence) => say(sentence, t, format, locale), [t, format, locale])
}
