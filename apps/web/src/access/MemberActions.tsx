import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { normalise } from '../failure.ts'
import { buttonClass } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { choiceClass, Disclosure } from '../ui/Disclosure.tsx'
import { Chevron } from '../ui/glyphs.tsx'
import { useT } from '../ui/i18n.tsx'
import { toast } from '../ui/toast.ts'
import type { Member } from './MembersTable.tsx'
import { OneTimeLink } from './OneTimeLink.tsx'
import { reasonOf } from './reason.ts'

const acts = ['suspend', 'restore', 'endSessions', 'passwordLink', 'remove'] as const
type Act = (typeof acts)[number]

/** What an administrator may do about one member; each act says first what it does, then asks. */
export function MemberActions({ member }: { member: Member }) {
  const t = useT()
  const [asked, setAsked] = useState<Act | null>(null)
  const possible = acts.filter((act) => {
    if (act === 'suspend') return member.suspendedAt === null
    if (act === 'restore') return member.suspendedAt !== null
    if (act === 'endSessions') return member.sessions > 0
    return true
  })
  return (
    <>
      <Disclosure
        align="end"
        buttonClass={buttonClass('quiet')}
        label={
          <>
            {t('members.actions')}{' '}
            <span className="visually-hidden">{t('members.actionsFor', { name: member.name })}</span> <Chevron />
          </>
        }
      >
        {(close) =>
          possible.map((act) => (
            <button
              key={act}
              type="button"
              className={choiceClass}
              onClick={() => {
                close()
                setAsked(act)
              }}
            >
              {t(`members.act.${act}.button`)}
            </button>
          ))
        }
      </Disclosure>
      {asked && <AskFirst member={member} act={asked} close={() => setAsked(null)} />}
    </>
  )
}

function AskFirst({ member, act, close }: { member: Member; act: Act; close: () => void }) {
  const t = useT()
  const { run, link, error, pending } = useAct(member, act, close)
  if (link)
    return <OneTimeLink title={t('members.act.passwordLink.title', { name: member.name })} link={link} close={close} />
  return (
    <ConfirmDialog
      title={t(`members.act.${act}.title`, { name: member.name })}
      confirm={t(`members.act.${act}.button`)}
      danger={act === 'remove' || act === 'suspend'}
      pending={pending}
      problem={error ? t(reasonOf(normalise(error))) : null}
      onConfirm={run}
      onCancel={close}
    >
      <p>{t(`members.act.${act}.text`, { name: member.name })}</p>
    </ConfirmDialog>
  )
}

function useAct(member: Member, act: Act, close: () => void) {
  const t = useT()
  const cache = useQueryClient()
  const done = () => {
    void cache.invalidateQueries(trpc.members.pathFilter())
    void toast(t(`members.act.${act}.done`, { name: member.name }))
    close()
  }
  const suspend = useMutation(trpc.members.suspend.mutationOptions({ onSuccess: done }))
  const restore = useMutation(trpc.members.restore.mutationOptions({ onSuccess: done }))
  const remove = useMutation(trpc.members.remove.mutationOptions({ onSuccess: done }))
  const endSessions = useMutation(trpc.members.endSessions.mutationOptions({ onSuccess: done }))
  const passwordLink = useMutation(trpc.members.passwordLink.mutationOptions())
  const chosen = { suspend, restore, remove, endSessions, passwordLink }[act]
  return {
    run: () => chosen.mutate({ memberId: member.memberId }),
    link: passwordLink.data,
    error: chosen.error,
    pending: chosen.isPending,
  }
}
