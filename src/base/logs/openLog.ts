import { type Logger, type LoggerOptions, pino } from 'pino'
import { errorFacts } from './errorFacts.ts'
import { oneLine } from './oneLine.ts'
import { rawWrite } from './rawWrite.ts'

type Given = Pick<LoggerOptions, 'level' | 'base' | 'mixin'>

/** The log of a plane: a line of JSON for each thing said, on standard output, with errors as `errorFacts` tells them. */
export function openLog(given: Given): Logger {
  return pino(logOptions(given), logDestination)
}

/** For whoever opens a log by itself, as Payload does. */
export function logOptions(given: Given): LoggerOptions {
  return { ...given, serializers: { err: errorFacts, error: errorFacts } }
}

export const logDestination = {
  write: (line: string) => rawWrite('stdout', `${oneLine(line.trimEnd())}\n`),
}
