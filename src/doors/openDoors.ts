import { readEnvironment } from '#base/env.ts'
import { guardStreams } from '#base/logs/guardStreams.ts'

/** What a studio process does before it answers anybody. */
export function openDoors(): void {
  guardStreams(readEnvironment().LOG_LEVEL)
}
