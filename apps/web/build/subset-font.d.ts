declare module 'subset-font' {
  /** A number pins an axis; an object narrows it. */
  type Axis = number | { min: number; max: number; default?: number }

  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'woff2'; variationAxes?: Record<string, Axis> },
  ): Promise<Buffer>
}
