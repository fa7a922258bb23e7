import { type VerifyReport, verify } from '#publishing/log/verify.ts'
import type { Work } from './usage.ts'

export function verifyAll(): Work {
  return async (payload) => {
    const report = await verify(payload)
    console.log(reportLines(report))
    return report.faults.length === 0 ? 0 : 1
  }
}

function reportLines({ counts, healed, overridden, faults }: VerifyReport): string {
  const { entries, documents, workingCopies, files, originals } = counts
  return [
    `Looked at ${entries} changes, ${documents} documents of the record (${counts.public} public), ${workingCopies} working copies, ${files} public files and ${originals} sealed originals.`,
    ...healed.map((sentence) => `  healed  ${sentence}`),
    ...overridden.map((sentence) => `  said    ${sentence}`),
    ...faults.map(({ what, message }) => `  WRONG   ${what}: ${message}`),
    faults.length === 0
      ? 'The record is as the log tells it.'
      : `${faults.length} wrong, which only a person can decide.`,
  ].join('\n')
}
