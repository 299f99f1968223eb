import type english from './catalogue/en.ts'

/** Every message, by feature. English is the source: the other catalogues hold the same keys (checked by `catalogue.test.ts`). */
export type Messages = typeof english

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** A dotted key, such as `overview.title`. */
export type MessageKey = Leaves<Messages>
