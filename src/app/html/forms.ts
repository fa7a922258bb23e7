import { type Language, message } from '#messages/message.ts'
import { passwordLengths } from '#signin/passwordRules.ts'

/** The setup form, without a script. */
export function setupForm(language: Language, token: string, fault?: string): string {
  const text = (key: 'name' | 'email' | 'password' | 'create') => message(language, `setup.${key}`)
  return page(
    language,
    message(language, 'setup.title'),
    `${fault ? notice(fault) : ''}
    <form method="post" action="/setup">
      <input type="hidden" name="token" value="${escaped(token)}">
      <label for="name">${text('name')}</label><input id="name" name="name" autocomplete="name">
      <label for="email">${text('email')}</label><input id="email" name="email" type="email" required autocomplete="username">
      <label for="password">${text('password')}</label>
      <input id="password" name="password" type="password" required minlength="${passwordLengths.least}" autocomplete="new-password" aria-describedby="rule">
      <small id="rule">${message(language, 'setup.passwordRule', { least: passwordLengths.least })}</small>
      <button type="submit">${text('create')}</button>
    </form>`,
  )
}

/** Why there is no form, and the cure. */
export function setupRefusal(language: Language): string {
  return page(language, message(language, 'setup.title'), notice(message(language, 'setup.invalid')))
}

/** The form behind a link for a new password. */
export function passwordForm(language: Language, token: string, email: string, fault?: string): string {
  return page(
    language,
    message(language, 'password.title'),
    `${fault ? notice(fault) : ''}
    <form method="post" action="/password">
      <input type="hidden" name="token" value="${escaped(token)}">
      <label for="email">${message(language, 'setup.email')}</label>
      <input id="email" type="email" value="${escaped(email)}" readonly autocomplete="username">
      <label for="password">${message(language, 'password.new')}</label>
      <input id="password" name="password" type="password" required minlength="${passwordLengths.least}" autocomplete="new-password" aria-describedby="rule">
      <small id="rule">${message(language, 'setup.passwordRule', { least: passwordLengths.least })}</small>
      <button type="submit">${message(language, 'password.set')}</button>
    </form>`,
  )
}

/** What somebody who forgot a password does; or that a link is over. */
export function passwordNotice(language: Language, key: 'password.forgotten' | 'password.over'): string {
  const title = message(language, key === 'password.over' ? 'password.title' : 'password.forgottenTitle')
  const back = `<p><a href="/admin/login">${message(language, 'password.signIn')}</a></p>`
  return page(language, title, `${notice(message(language, key))}${back}`)
}

/** A refusal of what stands before every route. */
export function refusalPage(status: number, sentence: string, language: Language): Response {
  return html(status, page(language, 'Holos', notice(sentence)))
}

export function html(status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

/** A relative address: behind a proxy the request's own host is not the one that the browser knows. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } })
}

function notice(sentence: string): string {
  return `<p role="alert">${escaped(sentence)}</p>`
}

function page(language: Language, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Holos</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 26rem; margin: 12vh auto; padding: 0 1rem }
h1 { font-size: 1.5rem }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
label { margin-top: 1rem }
input, button { padding: .6rem }
button { margin-top: 1.5rem; cursor: pointer }
[role=alert] { border-inline-start: .25rem solid #b3261e; padding-inline-start: .75rem }`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
