import type { BriefSummary } from '@observatory/domain/briefs'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { buttonClass } from '../ui/Button.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useFormat, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { briefFileName, briefFileQuery } from './brief-file.ts'
import classes from './briefs.module.css'

/** The made file: to open, to keep, and to look at in the page. */
export function BriefFile({ brief }: { brief: BriefSummary }) {
  const t = useT()
  const format = useFormat()
  const { data, error, refetch } = useQuery(briefFileQuery(brief.id))
  const address = useObjectUrl(data)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!address) return <LoadingOutline height={640} />
  return (
    <>
      <p className={classes.actions}>
        <a className={buttonClass()} href={address} download={briefFileName(brief)}>
          {t('briefs.app.download')}
        </a>
        <a className={buttonClass('secondary')} href={address} target="_blank" rel="noreferrer">
          {t('briefs.app.open')}
        </a>
        <span className="small muted">
          {t('briefs.app.pages', { count: brief.pages ?? 0 })},{' '}
          {t('briefs.app.size', { kilobytes: format.number(Math.ceil((brief.bytes ?? 0) / 1024)) })}
        </span>
      </p>
      <iframe
        className={classes.preview}
        src={`${address}#view=FitH`}
        title={t('briefs.app.preview', { title: brief.title })}
      />
      <p className="small muted">{t('briefs.app.noPreview')}</p>
    </>
  )
}

/** An address of bytes in memory, given back when the page leaves. */
function useObjectUrl(blob: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    // oxlint-disable-next-line react/set-state-in-effect -- the address is a thing outside React, made and given back here
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address
}
