import { shortestPassword } from '#collections/administration/users.ts'
import { type Language, message } from '#messages/message.ts'

/** The setup form, without a script. */
export function setupForm(language: Language, token: string, fault?: string): string {
  const text = (key: 'name' | 'email' | 'password' | 'create') => message(language, `setup.${key}`)
  return page(
    language,
    `${fault ? `<p role="alert">${escaped(fault)}</p>` : ''}
    <form method="post" action="/setup">
      <input type="hidden" name="token" value="${escaped(token)}">
      <label for="name">${text('name')}</label><input id="name" name="name" autocomplete="name">
      <label for="email">${text('email')}</label><input id="email" name="email" type="email" required autocomplete="username">
      <label for="password">${text('password')}</label>
      <input id="password" name="password" type="password" required minlength="${shortestPassword}" autocomplete="new-password" aria-describedby="rule">
      <small id="rule">${message(language, 'setup.passwordRule', { least: shortestPassword })}</small>
      <button type="submit">${text('create')}</button>
    </form>`,
  )
}

/** Why there is no form, and the cure. */
export function setupRefusal(language: Language): string {
  return page(language, `<p role="alert">${message(language, 'setup.invalid')}</p>`)
}

function page(language: Language, content: string): string {
  const title = message(language, 'setup.title')
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
