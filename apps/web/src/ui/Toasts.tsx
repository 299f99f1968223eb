import { Notifications } from '@mantine/notifications'
import '@mantine/core/styles/Notification.css'
import '@mantine/notifications/styles.css'

/** A live region of its own, so that each message is read out and stands in a landmark. */
export function Toasts() {
  return (
    <div role="status">
      <Notifications position="bottom-right" autoClose={6000} limit={3} withinPortal={false} />
    </div>
  )
}
