const namespace = 'http://www.w3.org/2000/svg'

/** The mark of the house, as ui/glyphs.tsx draws it. */
export function mark(): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  for (const [key, value] of Object.entries({
    width: '26',
    height: '22',
    viewBox: '0 0 26 22',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(key, value)
  }
  const shapes: Record<string, string>[] = [
    { d: 'M3 17a10 10 0 0 1 20 0z', fill: 'currentColor' },
    { d: 'm15.2 17 3.4-9.4 2.4 2-2.6 7.4z', fill: 'var(--paper)' },
    { d: 'M1 20h24', stroke: 'currentColor', 'stroke-width': '2' },
  ]
  for (const shape of shapes) {
    const path = document.createElementNS(namespace, 'path')
    for (const [key, value] of Object.entries(shape)) path.setAttribute(key, value)
    svg.append(path)
  }
  return svg
}
