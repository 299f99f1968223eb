/**
 * A run of a text. A writer prints strings as they are: no character in them is markup.
 *
 * `mark` is a name that bears the document's asterisk; its note stands once on
 * every page where the mark stands. `note` is a numbered footnote where it stands.
 * `source` is the short mark of a source, resolved in the document.
 */
export type Span = string | { mark: string } | { note: Text } | { source: string } | { strong: string }

export type Text = string | readonly Span[]

/** A text as plain characters: marks with their asterisk, notes left out. */
export function plain(text: Text): string {
  if (typeof text === 'string') return text
  return text
    .map((span) => {
      if (typeof span === 'string') return span
      if ('mark' in span) return `${span.mark}*`
      if ('source' in span) return span.source
      if ('strong' in span) return span.strong
      return ''
    })
    .join('')
}

/** Joins texts into one. */
export function concat(...texts: readonly Text[]): Text {
  return texts.flatMap((text) => (typeof text === 'string' ? [text] : [...text]))
}
