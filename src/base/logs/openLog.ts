import { type Logger, type LoggerOptions, pino } from 'pino'
import { errorFacts } from './errorFacts.ts'
import { oneLine } from './oneLine.ts'
import { rawWrite } from './rawWrite.ts'

type Given = Pick<LoggerOptions, 'level' | 'base' | 'mixin'>

/** The log of a plane: a line of JSON for each thing said, on standard output, with errors as `errorFacts` tells them. */
export function openLog(given: Given): Logger {
  return pino({ ...given, serializers: { err: errorFacts } }, logDestination)
}

export const logDestination = {
  write: (line: string) => rawWrite('stdout', `${oneLine(line.trimEnd())}\n`),
}
