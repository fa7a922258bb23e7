import { buildWhatChanged } from '../building/builds.ts'

/** `npm run build`: both planes, where their sources changed. */
export async function main(): Promise<void> {
  await buildWhatChanged()
}
