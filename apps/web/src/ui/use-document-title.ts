import { useEffect } from 'react'

/** Names the browser tab and the history entry. Words only: no figure belongs in a history. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Observatory`
  }, [title])
}
