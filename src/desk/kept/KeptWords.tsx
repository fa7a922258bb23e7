'use client'
// Slot: the first field of every document collection (`keptWordsPart`), which names the internal fields of the collection.
import {
  Button,
  useAllFormFields,
  useDocumentInfo,
  useForm,
  useFormInitializing,
  useFormModified,
} from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { useMessages } from '../language/useMessages.ts'
import { useFieldNames } from '../saving/useFieldNames.ts'
import { Difference } from '../text/Difference.tsx'
import { type ChangedValue, changedValues } from './changedValues.ts'
import { forget, type Kept, type KeptKey, keep, newestKept } from './keptStore.ts'
import { overForm, withoutInternal } from './publicOnly.ts'
import { useKeptKey } from './useKeptKey.ts'
import './kept.css'

/** How long after the last key the words are kept, in milliseconds. */
const pause = 500

type Offer = { name: string; kept: Kept; changes: ChangedValue[] }

/** Keeps what is typed until it is saved, and offers it again where it was left without saving. Internal fields are never kept. */
export function KeptWords({ internal }: { internal: readonly string[] }) {
  const key = useKeptKey()
  useKeeping(key, internal)
  const [offer, setOffer] = useOffer(key)
  const { reset, setModified } = useForm()
  const { data } = useDocumentInfo()
  const { t, language } = useMessages()
  const [restored, setRestored] = useState(false)
  const [comparing, setComparing] = useState(false)
  if (restored)
    return (
      <p className="desk-kept" role="status">
        {t('kept.restored')}
      </p>
    )
  if (!offer || !key) return null

  const restore = async () => {
    await reset(overForm(data ?? {}, offer.kept.data, internal))
    setModified(true)
    keep(window.localStorage, key, offer.kept)
    forget(window.localStorage, offer.name)
    setOffer(null)
    setRestored(true)
  }
  const discard = () => {
    forget(window.localStorage, offer.name)
    setOffer(null)
  }
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(offer.kept.at),
  )
  return (
    <section aria-live="polite" className="desk-kept">
      <p>{t('kept.offer', { time })}</p>
      <div className="desk-publish__actions">
        <Button id="action-kept-restore" margin={false} onClick={() => void restore()} size="small">
          {t('kept.restore')}
        </Button>
        <Button buttonStyle="secondary" id="action-kept-discard" margin={false} onClick={discard} size="small">
          {t('kept.discard')}
        </Button>
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-expanded': comparing }}
          id="action-kept-compare"
          margin={false}
          onClick={() => setComparing(!comparing)}
          size="small"
        >
          {t('kept.compare')}
        </Button>
      </div>
      {comparing && <Changes all={offer.changes} />}
    </section>
  )
}

function Changes({ all }: { all: ChangedValue[] }) {
  const placeOf = useFieldNames()
  return (
    <dl className="desk-differences">
      {all.map(({ path, before, after }) => (
        <div key={path}>
          <dt>{placeOf(path).name}</dt>
          <dd>
            <Difference after={after} before={before} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Words of an earlier visit that are not what is saved by now. */
function useOffer(key: KeptKey | null): [Offer | null, (offer: Offer | null) => void] {
  const [offer, setOffer] = useState<Offer | null>(null)
  const { data } = useDocumentInfo()
  const ready = !useFormInitializing()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each document and locale, so that a later save does not take the offer away.
  useEffect(() => {
    const found = key && ready ? newestKept(window.localStorage, key) : null
    const changes = found ? changedValues(data, found.kept.data) : []
    if (found && changes.length === 0) forget(window.localStorage, found.name)
    setOffer(found && changes.length > 0 ? { ...found, changes } : null)
  }, [key, ready])
  return [offer, setOffer]
}

/** Writes the form into the browser shortly after each change, and at once when the page is left. */
function useKeeping(key: KeptKey | null, internal: readonly string[]): void {
  const modified = useFormModified()
  const [fields] = useAllFormFields()
  const { getData } = useForm()
  const write = useCallback(() => {
    const data = () => withoutInternal(withoutFile(getData()), internal)
    if (key) keep(window.localStorage, key, { at: new Date().toISOString(), data: data() })
  }, [key, getData, internal])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the form's fields starts the pause anew.
  useEffect(() => {
    if (!modified) return
    const timer = setTimeout(write, pause)
    window.addEventListener('pagehide', write)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', write)
    }
  }, [modified, write, fields])
}

/** A chosen file cannot be kept as text. */
function withoutFile({ file: _, ...data }: Record<string, unknown>): Record<string, unknown> {
  return data
}
