import type { Freshness } from '@observatory/domain/indicators'
import classes from './FreshnessMark.module.css'
import { useSay } from './use-say.ts'

/** How much of the clock is left: current is full, four years behind is nearly empty. */
const shares = [1, 0.66, 0.4, 0.2, 0.05]

/** A clock pie and the words; ochre from two years behind on. */
export function FreshnessMark({ freshness }: { freshness: Freshness }) {
  const say = useSay()
  const share = shares[Math.min(freshness.behind, 4)]!
  const angle = share * 2 * Math.PI
  const end = `${(7 + 5 * Math.sin(angle)).toFixed(1)} ${(7 - 5 * Math.cos(angle)).toFixed(1)}`
  return (
    <span className={freshness.care ? `${classes.fresh} ${classes.late}` : classes.fresh}>
      <svg width="14" height="14" viewBox="0 0 14 14" fill="currentColor" aria-hidden="true">
        <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.2" />
        {share === 1 ? <circle cx="7" cy="7" r="3.6" /> : <path d={`M7 7V2A5 5 0 ${share > 0.5 ? 1 : 0} 1 ${end}z`} />}
      </svg>
      {say(freshness.sentence)}
    </span>
  )
}
