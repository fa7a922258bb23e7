/** A time of day as `HH:MM`, or undefined where the text is none. `9:00` is read as `09:00`. */
export function readLocalTime(text: string | undefined): string | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text ?? '') ?? []
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : undefined
}

/** Whether a text is a time of day as it is kept: two digits and two digits, 00:00 to 23:59. */
export function isLocalTime(text: string): boolean {
  return readLocalTime(text) === text
}

/** Whether a text is the name of a zone in the IANA database. `Intl` also reads offsets and any letter case; names have neither. */
export function isTimeZone(text: string): boolean {
  if (text !== 'UTC' && !/^[A-Z]\w*(\/[A-Z][\w+-]*)+$/.test(text)) return false
  const known = zoneOf(text)
  return known !== undefined && (known === text || known.toLowerCase() !== text.toLowerCase())
}

/** The zone that a name stands for; an alias gives another name. */
function zoneOf(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The request header in which a form of the studio names the zone of its browser. */
export const timeZoneHeader = 'Holos-Time-Zone'
