import { oneLine } from '#base/logs/oneLine.ts'
import { message } from '#messages/message.ts'
import { type OverrideTold, overridesTold } from '#publishing/overrides/overrideTold.ts'
import type { Work } from './usage.ts'

/** What somebody let through a gate, the newest first. It says names: it is for whoever may read what is internal. */
export function listOverrides(): Work {
  return async (payload) => {
    const all = await overridesTold({ payload })
    console.log(all.length > 0 ? all.map(lineOf).join('\n') : message('en', 'home.noticesNone'))
    return 0
  }
}

function lineOf({
  at,
  gate,
  key,
  part,
  path,
  person,
  staff,
  by,
  reason,
  second,
  secondStaff,
  isWaiting,
}: OverrideTold): string {
  const place = [key, part, path].filter(Boolean).join(' ')
  const about = person ? ` (${person})` : ''
  const also = second ? `  ${secondStaff ?? second.by}: ${second.reason}` : ''
  const waits = isWaiting ? ` ${message('en', 'home.overrideWaits')}` : ''
  return oneLine(`${at}  ${gate}  ${place}${about}  ${staff ?? by}: ${reason}${also}${waits}`)
}
