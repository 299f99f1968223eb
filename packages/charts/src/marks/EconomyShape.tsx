import type { ReactElement } from 'react'
import { px } from '../series/index.ts'

interface EconomyShapeProps {
  economy: string
  x: number
  y: number
  r: number
  fill: string
  stroke?: string
}

/** Shape comes before colour: each economy is told apart in grey and by readers who do not see red or green. */
export function EconomyShape({ economy, x, y, r, fill, stroke }: EconomyShapeProps): ReactElement {
  return <path d={shape(economy, x, y, r)} fill={fill} stroke={stroke} strokeWidth={stroke ? 1.6 : undefined} />
}

function shape(economy: string, x: number, y: number, r: number): string {
  switch (economy) {
    case 'BIH':
      return `M${px(x - r * 0.9)} ${px(y - r * 0.9)}h${px(r * 1.8)}v${px(r * 1.8)}h${px(r * -1.8)}z`
    case 'XKX':
      return `M${px(x)} ${px(y - r * 1.2)}l${px(r * 1.15)} ${px(r * 2.1)}h${px(r * -2.3)}z`
    case 'MNE':
      return `M${px(x)} ${px(y - r * 1.3)}l${px(r * 1.3)} ${px(r * 1.3)}l${px(r * -1.3)} ${px(r * 1.3)}l${px(r * -1.3)} ${px(r * -1.3)}z`
    case 'MKD':
      return `M${px(x)} ${px(y + r * 1.2)}l${px(r * 1.15)} ${px(r * -2.1)}h${px(r * -2.3)}z`
    case 'SRB': {
      const [a, b] = [r * 0.42, r * 1.2]
      const arm = px(b - a)
      return `M${px(x - a)} ${px(y - b)}h${px(2 * a)}v${arm}h${arm}v${px(2 * a)}h${-arm}v${arm}h${px(-2 * a)}v${-arm}h${-arm}v${px(-2 * a)}h${arm}z`
    }
    default:
      return `M${px(x - r)} ${px(y)}a${px(r)} ${px(r)} 0 1 1 ${px(2 * r)} 0a${px(r)} ${px(r)} 0 1 1 ${px(-2 * r)} 0z`
  }
}
