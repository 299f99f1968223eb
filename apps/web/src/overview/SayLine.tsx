import type { Change } from '@observatory/domain/indicators'
import classes from './IndicatorCard.module.css'

const drawings = {
  break: <path d="M3 12L6 2M8 12l3-10" stroke="var(--care)" strokeWidth="1.8" />,
  one: <circle cx="7" cy="7" r="2.6" fill="currentColor" stroke="none" />,
  level: <path d="M2 5h10M2 9h10" />,
  up: <path d="M7 12V2.5M3 6l4-4 4 4" />,
  down: <path d="M7 2v9.5M3 8l4 4 4-4" />,
  none: <rect x="2.5" y="2.5" width="9" height="9" rx="1" strokeDasharray="2 1.7" strokeWidth="1.2" />,
  position: <path d="M1.5 11.5h11M3 11V8M7 11V3M11 11V6" stroke="var(--median)" />,
}

/** The sign before a verdict. An arrow stands only before a move that was called. */
function signOf(change: Change): keyof typeof drawings {
  switch (change.verdict) {
    case 'moved':
      return change.direction === 'up' ? 'up' : change.direction === 'down' ? 'down' : 'one'
    case 'break':
      return 'break'
    case 'one':
    case 'bound':
      return 'one'
    case 'none':
    case 'stopped':
      return 'none'
    default:
      return 'level'
  }
}

export function SayLine({ sign, text, quiet }: { sign: Change | 'position'; text: string; quiet?: boolean }) {
  return (
    <p className={quiet ? classes.quiet : undefined}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        aria-hidden="true"
      >
        {drawings[sign === 'position' ? 'position' : signOf(sign)]}
      </svg>
      {text}
    </p>
  )
}
