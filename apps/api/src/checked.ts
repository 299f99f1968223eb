import type * as z from 'zod/mini'
import type { Context } from './context.ts'

/** An answer, held against its schema where the configuration asks for it: a mismatch is a defect of ours, not of the caller. */
export function checked<Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
  answer: z.output<Schema>,
): z.output<Schema> {
  if (context.config.checkAnswers) assertAnswer(schema, answer)
  return answer
}

/** The same for an answer that is JSON text already. */
export function checkedText(context: Context, schema: z.ZodMiniType, text: string): string {
  if (context.config.checkAnswers) assertAnswer(schema, JSON.parse(text))
  return text
}

function assertAnswer(schema: z.ZodMiniType, answer: unknown): void {
  const { error } = schema.safeParse(answer)
  if (error) throw new Error(`An answer does not fit its schema: ${JSON.stringify(error.issues.slice(0, 3))}`)
}
