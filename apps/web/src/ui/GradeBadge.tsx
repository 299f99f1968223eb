import type { Bias } from '@observatory/domain/indicators'
import type { Grade } from '@observatory/domain/observations'
import classes from './GradeBadge.module.css'
import { useSay } from './use-say.ts'

const arrows: Record<Bias, string> = {
  low: 'M6 1.5v9M2.5 7l3.5 3.5L9.5 7',
  high: 'M6 10.5v-9M2.5 5L6 1.5 9.5 5',
  either: 'M6 1v10M3 4l3-3 3 3M3 8l3 3 3-3',
  none: '',
}

/** Filled for A and B, outlined for C, dashed for D and E: readable in grey. The arrow is the way in which the figure leans. */
export function GradeBadge({ grade, bias }: { grade: Grade | null; bias: Bias }) {
  const say = useSay()
  if (grade === null) {
    return (
      <span className={`${classes.grade} ${classes.without}`}>
        <i aria-hidden="true">–</i>
        {say({ key: 'grade.none', params: {} })}
      </span>
    )
  }
  return (
    <span className={`${classes.grade} ${classes[grade]}`}>
      <i aria-hidden="true">{grade}</i>
      <span className="visually-hidden">{say({ key: 'grade.of', params: { grade } })}</span>
      {bias !== 'none' && (
        <>
          <svg
            width="12"
            height="12"
            viewBox="0 0 12 12"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            aria-hidden="true"
          >
            <path d={arrows[bias]} />
          </svg>
          {say({ key: `bias.${bias}`, params: {} })}
        </>
      )}
    </span>
  )
}
