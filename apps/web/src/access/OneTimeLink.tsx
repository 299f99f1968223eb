import { Dialog } from '../ui/Dialog.tsx'
import { Button } from '../ui/Button.tsx'
import { useFormat, useT } from '../ui/i18n.tsx'
import { CopyField } from './CopyField.tsx'

/** A link that is shown once: the server keeps only its hash. */
export function OneTimeLink(props: { title: string; link: { link: string; expiresAt: string }; close: () => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <Dialog title={props.title} onClose={props.close}>
      <p>{t('members.link.text', { date: format.dateTime(props.link.expiresAt) })}</p>
      <CopyField label={t('members.link.label')} value={props.link.link} />
      <Button variant="secondary" onClick={props.close}>
        {t('app.close')}
      </Button>
    </Dialog>
  )
}
