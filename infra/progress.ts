const colour = process.stdout.isTTY && !process.env['NO_COLOR']
const paint = (code: number, text: string) => (colour ? `\u001B[${code}m${text}\u001B[0m` : text)

/** Runs one step of a start or a test, saying what it does before and how long it took after. */
export async function step<T>(title: string, work: (say: (line: string) => void) => Promise<T> | T): Promise<T> {
  const began = performance.now()
  console.log(`${paint(36, '›')} ${title} …`)
  try {
    const result = await work((line) => console.log(paint(2, `    ${line}`)))
    console.log(`${paint(32, '✓')} ${title} ${paint(2, `(${((performance.now() - began) / 1000).toFixed(1)} s)`)}`)
    return result
  } catch (error) {
    console.log(`${paint(31, '✗')} ${title}`)
    throw error
  }
}
