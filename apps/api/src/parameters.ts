import { AppError } from '@observatory/domain/errors'
import type { Request } from 'express'

/**
 * Search parameters of plain routes. A parameter that is not known is refused as
 * well: a misspelt `econmies` would else give figures that were not asked for.
 */
export class Parameters {
  readonly #query: Record<string, unknown>

  constructor(request: Request, known: readonly string[]) {
    this.#query = request.query
    for (const name of Object.keys(this.#query)) {
      if (!known.includes(name)) throw refused(name, '', known.length > 0 ? known.join(', ') : 'no parameter')
    }
  }

  /** The text given, undefined where absent or empty. */
  text(name: string, accepted: string): string | undefined {
    const given = this.#query[name]
    if (given === undefined || given === '') return undefined
    if (typeof given !== 'string' || given.length > 4000) throw refused(name, 'more than one', accepted)
    return given
  }

  oneOf<Value extends string>(name: string, accepted: readonly Value[]): Value | undefined {
    const given = this.text(name, accepted.join(', '))
    if (given === undefined) return undefined
    const found = accepted.find((value) => value === given)
    if (found === undefined) throw refused(name, given, accepted.join(', '))
    return found
  }

  /** Values separated by commas, each once, in the order of `accepted`. */
  someOf<Value extends string>(name: string, accepted: readonly Value[]): Value[] | undefined {
    const given = this.text(name, accepted.join(', '))?.split(',')
    if (given === undefined) return undefined
    const strange = given.find((value) => !(accepted as readonly string[]).includes(value))
    if (strange !== undefined) throw refused(name, strange, accepted.join(', '))
    return accepted.filter((value) => given.includes(value))
  }
}

/** `invalid`, naming the parameter, what was given and what is accepted. */
export function refused(parameter: string, given: string, accepted: string): AppError {
  return new AppError('invalid', {
    problems: [
      {
        path: [parameter],
        key: 'errors.problem.not-accepted',
        params: { parameter, given: given.slice(0, 80), accepted },
      },
    ],
  })
}
