import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '#base/errors.ts'
import { errorFacts } from '#base/logs/errorFacts.ts'
import { oneLine } from '#base/logs/oneLine.ts'
import { isSentence } from '#base/logs/sentences.ts'
import { read, sources } from '#tests/unit/repository/tree.ts'

const canary = 'Емене Абібуллаєва of Simferopol'

describe('a log line', () => {
  it('moves no cursor, colours nothing and is one line', () => {
    const hostile = 'a\u001b[31mb\nc\rd\u009be\u2028f\u202eg\u0000h\u007f'
    expect(oneLine(hostile)).toBe('a\\u001b[31mb\\u000ac\\u000dd\\u009be\\u2028f\\u202eg\\u0000h\\u007f')
    expect(oneLine('Зіядінов, Еміль “so”')).toBe('Зіядінов, Еміль “so”')
  })
})

/** As the libraries make them: each quotes what somebody wrote. */
const quoting: readonly [string, () => unknown][] = [
  [
    'a query of drizzle',
    () => Object.assign(new Error(`Failed query: insert\nparams: ${canary}`), { params: [canary] }),
  ],
  [
    'a duplicate key of MongoDB',
    () =>
      Object.assign(new Error(`E11000 duplicate key error dup key: { email: "${canary}" }`), {
        name: 'MongoServerError',
        code: 11000,
        keyPattern: { email: 1 },
        keyValue: { email: canary },
      }),
  ],
  ['JSON', () => caught(() => JSON.parse(canary))],
  ['JavaScript itself', () => caught(() => 'x' in (canary as unknown as object))],
  ['an address', () => caught(() => new URL(canary))],
  ['a cause', () => new Error('outside', { cause: new Error(canary) })],
  ['a message that looks like a frame', () => new Error(`x\n    at ${canary} (file:///x.ts:1:1)`)],
  ['a name of its own', () => Object.assign(new Error('x'), { name: canary, code: canary, syscall: canary })],
  ['a text that was thrown', () => canary],
]

describe('of an error a log tells', () => {
  it.each(quoting)('nothing that is quoted by %s', (_, make) => {
    expect(JSON.stringify(errorFacts(make()))).not.toContain('Емене')
  })

  it('its class, its code, the columns of a constraint and where it was thrown', () => {
    const error = Object.assign(new Error('UNIQUE constraint failed: users.email'), {
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    })
    const { frames, ...facts } = errorFacts(error)
    expect(facts).toEqual({ type: 'Error', code: 'SQLITE_CONSTRAINT_UNIQUE', columns: ['users.email'] })
    expect(frames?.[0]).toContain('logs.test.ts')
  })

  it('the message only where it is made for whoever runs Holos', () => {
    expect(errorFacts(new ConfigurationError('Set HOLOS_SECRET.')).message).toBe('Set HOLOS_SECRET.')
  })

  it('no frames where the caller was at fault', () => {
    expect(errorFacts(Object.assign(new Error(canary), { status: 403 }))).toEqual({ type: 'Error', status: 403 })
  })
})

describe('the table of sentences', () => {
  it('has every sentence that the studio says to its log: what is not there would not be written', () => {
    const studio = sources().filter((path) =>
      /^(src\/(app|preview|publishing|webhooks|access|signin|database)|media|collections)\//.test(path),
    )
    const calls = studio.flatMap((path) =>
      [...read(path).matchAll(/(?:logger|console)\.(?:error|warn|info)\(([^\n]*(?:\n {4,}[^\n]*)*)/g)].map(
        ([, args = '']) => args,
      ),
    )
    const said = calls.flatMap((args) =>
      [...args.matchAll(/'([A-ZА-Я][^'\n]* [^'\n]*)'/g)].map(([, text = '']) => text),
    )
    expect(said.length).toBeGreaterThan(8)
    expect(said.filter((text) => !isSentence(text))).toEqual([])
  })
})

describe('a studio process writes', () => {
  it('no value that anything in it says to a console, a stream, a log or as a warning', () => {
    const { stdout, stderr, status } = run(`
      const canary = ${JSON.stringify(canary)}
      const error = Object.assign(new Error('Failed query\\nparams: ' + canary), { params: [canary] })
      console.error(' ⨯', error, { params: [canary] })
      console.log('forged \\u001b[31m' + canary)
      console.warn('%s', canary)
      process.stdout.write('{"level":30,"msg":"' + canary + '"}\\n')
      process.stderr.write(Buffer.from(canary))
      process.emitWarning(canary)
      log.error(error)
      log.error({ err: error, msg: canary, email: canary, params: [canary] })
      log.info(canary)
      log.warn({ key: canary, webhook: 'w1', why: 'status 500' }, 'A webhook could not be delivered.')
    `)
    expect(status).toBe(0)
    const lines = `${stdout}${stderr}`.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(10)
    expect(lines.filter((line) => line.includes('Емене') || line.includes('forged'))).toEqual([])
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ plane: 'studio', msg: expect.any(String) })
    const said = lines.map((line) => JSON.parse(line))
    const errors = said.filter(({ err }) => err)
    expect(errors.length).toBeGreaterThan(2)
    for (const { err } of errors)
      expect(err).toMatchObject({ type: expect.stringMatching(/^(Error|Warning)$/), frames: expect.any(Array) })
    expect(said).toContainEqual(
      expect.objectContaining({ webhook: 'w1', why: 'status 500', msg: 'A webhook could not be delivered.' }),
    )
    expect(said.find(({ msg }) => msg === 'A webhook could not be delivered.')).not.toHaveProperty('key')
  })

  it('what Next says as it starts', () => {
    const { stdout } = run("console.log('   ▲ Next.js 16.4.6'); console.log(' ✓ Ready in 312ms')")
    expect(stdout).toContain('Ready in 312ms')
  })
})

function run(program: string) {
  const source = `
    import { pino } from 'pino'
    import { guardStreams } from '#base/logs/guardStreams.ts'
    import { studioLog } from '#base/logs/studioLog.ts'
    guardStreams('info')
    const { options, destination } = studioLog('info')
    const log = pino(options, destination)
    ${program}`
  return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], { encoding: 'utf8' })
}

function caught(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
