import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { runCommand } from '#cli/processes.ts'
import { holos } from './holos.ts'

export type Account = { email: string; password: string }

/** Somebody at a browser of their own: what they see, and what their browser complained of. */
export type Visit = { context: BrowserContext; page: Page; complaints: string[] }

/** A fresh profile. Console errors and requests to third parties are complaints, but the refusals a test provokes. */
export async function visit(
  browser: Browser,
  expected: readonly RegExp[] = [],
  device: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...device })
  context.setDefaultTimeout(30_000)
  const complaints: string[] = []
  const complain = (text: string) => {
    if (!expected.some((one) => one.test(text))) complaints.push(text)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (fault) => complain(fault.error().message))
  context.on('request', (request) => {
    if (isForeign(request.url())) complain(`third party: ${request.url()}`)
  })
  return { context, page: await context.newPage(), complaints }
}

function isForeign(url: string): boolean {
  const own = [holos().studioUrl, holos().deliveryUrl]
  return /^https?:/.test(url) && !own.some((one) => url.startsWith(`${one}/`))
}

/** An account made from the command line: the setup link works once. */
export async function addAccount({ email, password }: Account, role: 'admin' | 'editor'): Promise<void> {
  const add = ['holos', 'user', 'add', '--email', email, '--role', role, '--password-stdin']
  const child = spawn(process.execPath, [...runCommand, ...add], { env: { ...process.env, ...holos().env } })
  child.stdin.end(`${password}\n`)
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
}

export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto(`${holos().studioUrl}/admin/login`)
  await fillSignIn(page, account)
  await page.waitForURL(/\/admin\/?$/)
}

/** On the login page, wherever it leads to afterwards. */
export async function fillSignIn(page: Page, { email, password }: Account): Promise<void> {
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('.login__form button[type=submit]')
}

/** The form of a document, ready to be typed in. */
export async function openDocument(page: Page, path: string, locale: string): Promise<void> {
  await page.goto(`${holos().studioUrl}/admin/collections/${path}?locale=${locale}`)
  await page.waitForSelector('.collection-edit__form[data-form-ready=true]')
}

/** Saves as a person does, and waits until the form is stored. */
export async function save(page: Page): Promise<void> {
  await page.click('#action-save')
  await page.waitForSelector('#action-save:disabled')
  await page.waitForSelector('.collection-edit__form[data-form-ready=true]')
}

/** The studio's REST interface as this visit's person. */
export async function rest<Body>(visit: Visit, method: string, path: string, data?: unknown): Promise<Body> {
  const { studioUrl } = holos()
  const headers = { Origin: studioUrl }
  const answer = await visit.context.request.fetch(`${studioUrl}/api${path}`, { method, data, headers })
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${answer.ok() ? '' : await answer.text()}`).toBe(true)
  return answer.json()
}

/** A question to delivery, which knows nobody. */
export async function ask<Data>(query: string): Promise<Data> {
  const answer = await fetch(`${holos().deliveryUrl}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

/** A picture of this visit's person, with what is said of it. */
export async function uploadPicture(
  { context }: Visit,
  picture: Buffer,
  data: object,
  { id, name = 'court.jpg' }: { id?: string; name?: string } = {},
): Promise<{ id: string; filename: string }> {
  const { studioUrl } = holos()
  const answer = await context.request.fetch(`${studioUrl}/api/media${id ? `/${id}` : ''}?locale=en&depth=0`, {
    method: id ? 'PATCH' : 'POST',
    headers: { Origin: studioUrl },
    multipart: { file: { name, mimeType: 'image/jpeg', buffer: picture }, _payload: JSON.stringify(data) },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()).doc
}
