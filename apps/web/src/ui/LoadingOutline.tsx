import classes from './LoadingOutline.module.css'
import { useT } from './i18n.tsx'

/** The outline of an answer that is on its way: no spinner and no motion. A heading above it is real text. */
export function LoadingOutline({ lines = 4, height }: { lines?: number; height?: number }) {
  const t = useT()
  return (
    <div className={classes.outline} role="status">
      <span className="visually-hidden">{t('app.loading')}</span>
      {height ? (
        <div className={classes.block} style={{ height }} />
      ) : (
        Array.from({ length: lines }, (_, index) => (
          <div key={index} className={classes.line} style={{ width: `${[92, 100, 78, 96, 64][index % 5]}%` }} />
        ))
      )}
    </div>
  )
}
