import { describe, expect, it } from 'vitest'
import { faultOfWebhookUrl } from '#collections/administration/webhookUrl.ts'

describe('the address of a webhook', () => {
  it.each([
    'https://example.org/hook?token=1',
    'https://10.0.0.7:8443/purge',
    'http://localhost:3000/',
    'http://127.0.0.1:3000/a',
    'http://127.8.9.10/',
    'http://[::1]:3000/',
  ])('%s may be told', (url) => expect(faultOfWebhookUrl(url)).toBe(null))

  it.each([
    ['', 'unreadable'],
    [null, 'unreadable'],
    ['example.org/hook', 'unreadable'],
    ['ftp://example.org/', 'unreadable'],
    ['file:///etc/passwd', 'unreadable'],
    ['https://user@example.org/', 'credentials'],
    ['https://:secret@example.org/', 'credentials'],
    ['http://user:secret@localhost/', 'credentials'],
    ['http://example.org/', 'insecure'],
    ['http://169.254.169.254/latest/meta-data', 'insecure'],
    ['http://localhost.example.org/', 'insecure'],
    ['http://127.0.0.1.example.org/', 'insecure'],
    ['http://0.0.0.0/', 'insecure'],
    ['http://[::ffff:127.0.0.1]/', 'insecure'],
  ])('%s may not: %s', (url, fault) => expect(faultOfWebhookUrl(url)).toBe(fault))
})
