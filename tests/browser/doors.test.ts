import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { canary, canaryRequests, memoryOf, sendLarge } from '#tests/harness/floods.ts'
import { holos, it } from './holos.ts'
import { addAccount, signIn, visit } from './visit.ts'

// What only a whole studio process can show: its log, its memory, its files, its headers.

const account = { email: 'doors@example.org', password: 'salt window uncle ferry' }
let auth: Record<string, string>

it.beforeAll(async ({ browser: _ }) => {
  await addAccount(account, 'admin')
  auth = await signedIn()
})

async function signedIn(password = account.password): Promise<Record<string, string>> {
  const login = await fetch(`${holos().studioUrl}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...account, password }),
  })
  const { token } = (await login.json()) as { token: string }
  return { Authorization: `JWT ${token}` }
}

/** The process that listens on the studio's port, where the system tells. */
function studioProcess(): number | null {
  if (!existsSync('/proc/self/status')) return null
  const port = `STUDIO_PORT=${new URL(holos().studioUrl).port}\0`
  const found = readdirSync('/proc').filter((id) => /^\d+$/.test(id) && isStudio(id, port))
  return found.length > 0 ? Number(found[0]) : null
}

function isStudio(id: string, port: string): boolean {
  try {
    const isNext = readFileSync(`/proc/${id}/cmdline`, 'utf8').startsWith('next-server')
    return isNext && readFileSync(`/proc/${id}/environ`, 'utf8').includes(port)
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return false
  }
}

describe('200 MB that nobody asked for', () => {
  const megabyte = 1024 * 1024
  const json = { 'Content-Type': 'application/json' }
  const asAdmin = () => ({ ...json, ...auth })

  it.each([
    ['/setup', 413, () => ({ 'Content-Type': 'application/x-www-form-urlencoded' })],
    ['/password', 413, () => ({ 'Content-Type': 'application/x-www-form-urlencoded' })],
    ['/api/users/login', 413, () => json],
    ['/api/people', 403, () => json],
    ['/api/people', 413, asAdmin],
    ['/api/preview/graphql', 413, asAdmin],
    ['/admin', 405, () => json],
    ['/admin', 411, () => ({ 'Content-Type': 'text/plain', 'Next-Action': 'a' })],
    ['/api/people', 403, () => ({ ...json, 'X-Payload-HTTP-Method-Override': 'GET' })],
    ['/api/media', 413, () => ({ 'Content-Type': 'multipart/form-data; boundary=b', ...auth })],
  ])('to %s are answered %d before they are read, and held by nobody', async (path, status, headers) => {
    const process = studioProcess()
    const before = process ? memoryOf(process) : 0
    const answer = await sendLarge(`${holos().studioUrl}${path}`, 200 * megabyte, headers())
    expect(answer.status).toBe(status)
    expect(answer.sent).toBeLessThan((path === '/api/media' ? 70 : 20) * megabyte)
    if (process) expect(memoryOf(process) - before).toBeLessThan(100 * megabyte)
  })
})

describe('the log of both planes', () => {
  it('holds nothing that was sent, in any field, query, path, header or kind of body, and each line is one', async () => {
    const { studioUrl, deliveryUrl, output } = holos()
    const before = output().length
    const requests = [{}, auth].flatMap((who) =>
      canaryRequests()
        .filter(({ path }) => !path.startsWith('/api/users/logout'))
        .map((one) => ({ ...one, headers: { ...one.headers, ...who } })),
    )
    const counts = new Map<number, number>()
    for (let at = 0; at < requests.length; at += 8) {
      const answers = requests.slice(at, at + 8).map(async ({ method, path, headers, body }) => {
        const answer = await fetch(`${studioUrl}${path}`, { method, headers, ...(body && { body }) })
        await answer.arrayBuffer()
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1)
      })
      await Promise.all(answers)
    }
    const query = encodeURIComponent(`{ person(slug: "${canary}\n\u001b[31m") { ${'x'.repeat(3)} } }`)
    for (const path of [`/graphql?query=${query}`, `/media/${query}`, `/${query}`])
      await (await fetch(`${deliveryUrl}${path}`)).arrayBuffer()
    expect(counts.get(403)).toBeGreaterThan(100)
    expect(counts.get(400)).toBeGreaterThan(100)
    const lines = output().slice(before).split('\n')
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter((line) => /CANARY|Емене|203\.0\.113/.test(line))).toEqual([])
    expect(lines.filter((line) => /[\p{Cc}\u2028\u2029]/u.test(line))).toEqual([])
    const strange = lines.filter((line) => line.trim() !== '' && !/^(studio|delivery) +│ \{.*\}$/.test(line))
    expect(strange).toEqual([])
  }, 300_000)
})

describe('the files of a studio', () => {
  it('are for its own user alone, but the public pictures', async () => {
    const { studioUrl, env } = holos()
    const form = new FormData()
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#369' } })
      .jpeg()
      .toBuffer()
    form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'a.jpg')
    form.set('_payload', '{}')
    const made = await fetch(`${studioUrl}/api/media?locale=en`, { method: 'POST', headers: auth, body: form })
    expect(made.status).toBe(201)
    const { doc } = (await made.json()) as { doc: { filename: string } }
    expect(openIn(env.DATA_DIR)).toEqual([])
    expect(existsSync(join(env.DATA_DIR, 'holos.db'))).toBe(true)
    expect((statSync(join(env.MEDIA_DIR, doc.filename)).mode & 0o777).toString(8)).toBe('644')
    expect((statSync(env.MEDIA_DIR).mode & 0o777).toString(8)).toBe('755')
  })

  /** What other users may do something with. */
  function openIn(folder: string): string[] {
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    return [folder, ...entries].filter((path) => (statSync(path).mode & 0o077) !== 0)
  }
})

describe('an answer of the studio', () => {
  it.each([
    ['/api/users/me', 200],
    ['/api/people', 403],
    ['/api/nothing', 404],
    ['/api/media/file/x.jpg', 403],
    ['/setup', 303],
    ['/password', 200],
    ['/admin/login', 200],
  ])('%s is kept by nobody', async (path, status) => {
    const answer = await fetch(`${holos().studioUrl}${path}`, { redirect: 'manual' })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Cache-Control')).toContain('no-store')
    expect(answer.headers.get('Strict-Transport-Security')).toBeNull()
  })
})

describe('a forgotten password', () => {
  it('leads from the login screen to a page that says what to do, and to no "Email sent"', async ({ browser }) => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${holos().studioUrl}/admin/login`)
    await page.click('a[href*="/forgot"]')
    await page.waitForSelector('text=Ask an administrator for a link')
    expect(await page.locator('form').count()).toBe(0)
    await page.context().close()
  })
})

describe('a new password in the admin', () => {
  it('asks for the present one beside it, and is taken with it', async ({ browser }) => {
    const { context, page } = await visit(browser, [/403 \(/])
    await signIn(page, account)
    await page.goto(`${holos().studioUrl}/admin/account`)
    await page.waitForSelector('#change-password')
    expect(await page.locator('#field-presentPassword').count()).toBe(0)
    await page.click('#change-password')
    await page.fill('#field-password', 'river candle thumb atlas')
    await page.fill('#field-confirm-password', 'river candle thumb atlas')
    await page.fill('#field-presentPassword', account.password)
    // The form looks at what was typed a moment after the last key.
    await page.waitForTimeout(1500)
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await page.click('#action-save')
    expect((await saved).status()).toBe(200)
    await context.close()
    const again = await visit(browser)
    await signIn(again.page, { ...account, password: 'river candle thumb atlas' })
    await again.context.close()
  })
})

describe('an administrator', () => {
  it('makes a link on the account of somebody else, with which they set a new password', async ({ browser }) => {
    const other = { email: 'forgetful@example.org', name: 'F', role: 'reader', password: 'never to be seen again' }
    const headers = { ...(await signedIn('river candle thumb atlas')), 'Content-Type': 'application/json' }
    const made = await fetch(`${holos().studioUrl}/api/users`, { method: 'POST', headers, body: JSON.stringify(other) })
    const { doc } = (await made.json()) as { doc: { id: string } }
    const office = await visit(browser)
    await signIn(office.page, { ...account, password: 'river candle thumb atlas' })
    await office.page.goto(`${holos().studioUrl}/admin/collections/users/${doc.id}`)
    expect(await office.page.locator('#field-presentPassword, #force-unlock').count()).toBe(0)
    await office.page.click('#action-password-link')
    const link = (await office.page.textContent('#password-link')) ?? ''
    await office.context.close()

    const home = await visit(browser)
    await home.page.goto(link)
    await home.page.fill('#password', 'window uncle ferry salt')
    await home.page.click('button[type=submit]')
    await home.page.waitForURL(/\/admin\/login/)
    await signIn(home.page, { email: other.email, password: 'window uncle ferry salt' })
    expect(home.complaints).toEqual([])
    await home.context.close()
  })
})
