/**
 * Behind https the session's cookie has a name that browsers give only to what this very host has set over TLS. Payload's own
 * prefix would also rename cookies that its admin sets from scripts, which the prefix forbids; so only this one is
 * renamed, at the door.
 */
const inside = 'payload-token'
const outside = `__Host-${inside}`

/** RFC 6265, 4.1.1. Payload trims anything that Unicode calls a space off a name, so that another name becomes this one. */
const name = /^[ \t]*([!#$%&'*+\-.^_`|~0-9A-Za-z]+)[ \t]*$/

/** The cookies of a request as Payload is to read them, written anew: only the one that is bound to the host counts, and what has no proper name is none. */
export function inwardCookies(header: string): string {
  return header
    .split(';')
    .flatMap((cookie) => {
      const [before = '', ...value] = cookie.split('=')
      const found = name.exec(before)?.[1]
      if (!found || found === inside || value.length === 0) return []
      return [`${found === outside ? inside : found}=${value.join('=')}`]
    })
    .join('; ')
}

/** A `Set-Cookie` as a browser is to keep it. */
export function outwardCookie(header: string): string {
  return header.startsWith(`${inside}=`) ? `${outside}=${header.slice(inside.length + 1)}` : header
}
