/**
 * Behind https the session's cookie has a name that browsers give only to what this very host has set over TLS. Payload's own
 * prefix would also rename cookies that its admin sets from scripts, which the prefix forbids; so only this one is
 * renamed, at the door.
 */
const inside = 'payload-token'
const outside = `__Host-${inside}`

/** The cookies of a request as Payload is to read them: only the one that is bound to the host counts. */
export function inwardCookies(header: string): string {
  const cookies = header.split(/; */).filter((cookie) => !cookie.startsWith(`${inside}=`))
  return cookies
    .map((cookie) => (cookie.startsWith(`${outside}=`) ? `${inside}=${cookie.slice(outside.length + 1)}` : cookie))
    .join('; ')
}

/** A `Set-Cookie` as a browser is to keep it. */
export function outwardCookie(header: string): string {
  return header.startsWith(`${inside}=`) ? `${outside}=${header.slice(inside.length + 1)}` : header
}
