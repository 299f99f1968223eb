import { Outlet } from '@tanstack/react-router'

export function PageFrame() {
  return (
    <main id="main" className="page" tabIndex={-1}>
      <Outlet />
    </main>
  )
}
