import { stripVTControlCharacters } from 'node:util'
import { pino } from 'pino'
import { replaceWrite } from './rawWrite.ts'
import { studioLog } from './studioLog.ts'

const methods = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error', trace: 'warn' } as const

/**
 * Sends everything that is said in a studio process through the studio's log: consoles, both streams, warnings of Node. Next
 * prints errors as a whole, with the values that drizzle keeps beside them; libraries print what they were given.
 */
export function guardStreams(level: string): void {
  const { options, destination } = studioLog(level)
  const log = pino(options, destination)
  for (const [name, how] of Object.entries(methods))
    Object.assign(console, { [name]: (...said: unknown[]) => say(how, said) })
  replaceWrite('stdout', (text) => sayLines('info', text))
  replaceWrite('stderr', (text) => sayLines('warn', text))
  process.removeAllListeners('warning')
  process.on('warning', (warning) => log.warn({ err: warning }))

  function say(how: (typeof methods)[keyof typeof methods], said: readonly unknown[]): void {
    const parts = said.map((one) => (typeof one === 'string' ? plain(one) : one)).filter((one) => one !== '')
    // The log reads what it is called with part by part, in any order.
    if (parts.length > 0) log[how](...(parts as [object]))
  }

  function sayLines(how: 'info' | 'warn', text: string): void {
    for (const line of text.split('\n')) say(how, [line])
  }
}

const plain = (text: string): string => stripVTControlCharacters(text).trim()
