'use client'
import { Button } from '@payloadcms/ui'
import type { ConsentWithdrawal, Named } from '#publishing/withdrawals/withdrawWithConsent.ts'
import { useMessages } from '../../language/useMessages.ts'
import { useStudio } from '../../request/useStudio.ts'
import './notice.css'

type Props = { withdrawal: ConsentWithdrawal; onClose: () => void }

/** After a save that ended a consent: what went with it, and what is public and names the person all the same. */
export function ConsentNotice({ withdrawal: { withdrawn, stillNaming }, onClose }: Props) {
  const { t } = useMessages()
  return (
    <section className="desk-consent-notice" id="consent-notice" role="status">
      <p>
        {withdrawn.length === 0
          ? t('consent.nothingWithdrawn')
          : t('consent.withdrawn', { names: withdrawn.map(({ name }) => name).join(', ') })}
      </p>
      {stillNaming.length > 0 && (
        <>
          <p>{t('consent.stillNaming')}</p>
          <ul>
            {stillNaming.map((one) => (
              <DocumentLink document={one} key={one.key} />
            ))}
          </ul>
        </>
      )}
      <Button buttonStyle="secondary" margin={false} onClick={onClose} size="small">
        {t('studio.close')}
      </Button>
    </section>
  )
}

function DocumentLink({ document: { key, name } }: { document: Named }) {
  const { adminPath } = useStudio()
  return (
    <li>
      <a href={adminPath(`/collections/${key.replace(':', '/')}`)} rel="noreferrer" target="_blank">
        {name}
      </a>
    </li>
  )
}
