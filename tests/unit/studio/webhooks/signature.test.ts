import { readFileSync } from 'node:fs'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { rotated, signingSecrets } from '#webhooks/secrets.ts'
import { isSecret, newSecret, signedHeaders } from '#webhooks/signature.ts'

const message = { id: 'msg_1', body: '{"test": 2432232314}' }

describe('signatures follow Standard Webhooks', () => {
  it('give the signature of the specification’s example', () => {
    const headers = signedHeaders(
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' },
      1614265330_000,
    )
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('are verified by the reference library, and no other body, id or secret is', () => {
    const secret = newSecret()
    const receiver = new Webhook(secret)
    const headers = signedHeaders([secret], message, Date.now())
    expect(receiver.verify(message.body, headers)).toEqual({ test: 2432232314 })
    expect(() => receiver.verify(message.body.replace('4', '5'), headers)).toThrow()
    expect(() => receiver.verify(message.body, { ...headers, 'webhook-id': 'msg_2' })).toThrow()
    expect(() => new Webhook(newSecret()).verify(message.body, headers)).toThrow()
  })

  it('an attempt of ten minutes ago is refused by its time', () => {
    const secret = newSecret()
    const headers = signedHeaders([secret], message, Date.now() - 600_000)
    expect(() => new Webhook(secret).verify(message.body, headers)).toThrow(/too old/)
  })
})

describe('a new secret', () => {
  it('is 32 random bytes with the prefix of the specification', () => {
    const secret = newSecret()
    expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32)
    expect(isSecret(secret)).toBe(true)
    expect(newSecret()).not.toBe(secret)
  })

  it('signs beside the old one for a day, so that receivers of either verify', () => {
    const now = Date.now()
    const [old, secrets] = [newSecret(), rotated({ current: newSecret() }, now)]
    const both = rotated({ current: old }, now)
    const headers = signedHeaders(signingSecrets(both, now + 1000), message, now)
    expect(new Webhook(old).verify(message.body, headers)).toEqual(JSON.parse(message.body))
    expect(new Webhook(both.current).verify(message.body, headers)).toEqual(JSON.parse(message.body))
    expect(() => new Webhook(secrets.current).verify(message.body, headers)).toThrow()
    expect(signingSecrets(both, now + 24 * 3600_000)).toEqual([both.current])
  })
})

describe('the README', () => {
  it('verifies by hand what the studio signs, and nothing else', async () => {
    const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')
    const code = /```js\n(.*?isFromStudio.*?)```/s.exec(readme)?.[1] ?? ''
    const { isFromStudio } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    const [old, secret] = [newSecret(), newSecret()]
    const headers = signedHeaders([secret, old], message, Date.now())
    expect(isFromStudio(headers, message.body, secret)).toBe(true)
    expect(isFromStudio(headers, message.body, old)).toBe(true)
    expect(isFromStudio(headers, message.body, newSecret())).toBe(false)
    expect(isFromStudio(headers, `${message.body} `, secret)).toBe(false)
    const late = signedHeaders([secret], message, Date.now() - 600_000)
    expect(isFromStudio(late, message.body, secret)).toBe(false)
  })
})
