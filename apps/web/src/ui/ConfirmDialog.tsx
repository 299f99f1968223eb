import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import classes from './Dialog.module.css'
import { useT } from './i18n.tsx'

interface Props {
  title: string
  /** What happens, in words. */
  children: ReactNode
  /** The verb again, never "OK". */
  confirm: string
  danger?: boolean
  pending?: boolean
  problem?: string | null
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something that others will notice. */
export function ConfirmDialog(props: Props) {
  const t = useT()
  return (
    <Dialog title={props.title} onClose={props.onCancel}>
      {props.children}
      <div role="alert">{props.problem && <p className={classes.problem}>{props.problem}</p>}</div>
      <div className={classes.buttons}>
        <Button variant={props.danger ? 'danger' : 'primary'} disabled={props.pending} onClick={props.onConfirm}>
          {props.confirm}
        </Button>
        <Button variant="secondary" onClick={props.onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
