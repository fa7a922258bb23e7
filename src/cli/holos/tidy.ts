import { type IdleFile, idleFiles, removeIdle } from '#collections/media/tidy.ts'
import { type Options, UsageError, type Work } from './usage.ts'

const units: Readonly<Record<string, number>> = { h: 60 * 60 * 1000, d: 24 * 60 * 60 * 1000 }
/** A save writes its files before its document names them: none takes as long as this. */
const shortest = units.h ?? 0

export function tidy(_words: string[], { grace = '30d', yes = false }: Options): Work {
  const graceMs = duration(grace)
  return async (payload) => {
    const files = await idleFiles(payload, graceMs)
    if (yes) await removeIdle(files)
    console.log(reportLines(files, grace, yes))
    return 0
  }
}

function duration(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,5})([hd])$/.exec(text) ?? []
  const milliseconds = Number(count) * (units[unit] ?? 0)
  if (milliseconds >= shortest) return milliseconds
  throw new UsageError(`"${text}" is no grace period. Give hours or days, at least 1h: --grace 30d`)
}

function reportLines(files: readonly IdleFile[], grace: string, isDone: boolean): string {
  if (files.length === 0)
    return `Every file that is older than ${grace} is named by a document, a version or the public record.`
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const sum = `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${inWords(bytes)}`
  return [
    `Named by no document, no version and not by the public record, and older than ${grace}:`,
    ...files.map(({ folder, name, bytes }) => `  ${folder.padEnd(9)}  ${inWords(bytes).padStart(8)}  ${name}`),
    isDone ? `Removed ${sum}.` : `${sum}. Nothing was removed: add --yes to remove them.`,
  ].join('\n')
}

function inWords(bytes: number): string {
  return bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
