import { LoadingOutline } from '../ui/LoadingOutline.tsx'

/** Stands in while a page's code is fetched. */
export function RoutePending() {
  return <LoadingOutline lines={6} />
}
