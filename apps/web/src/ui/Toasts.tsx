import { Notifications } from '@mantine/notifications'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Notification.css'
import '@mantine/notifications/styles.css'
import { useT } from './i18n.tsx'

export function Toasts() {
  const t = useT()
  return <Notifications position="bottom-right" autoClose={6000} limit={3} aria-label={t('app.saved')} />
}
