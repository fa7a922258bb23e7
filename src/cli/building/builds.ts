import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build as bundle } from 'esbuild'
import { runNode } from '../processes.ts'
import { withProgress } from '../progress.ts'
import { digestOfFiles } from './inputs.ts'
import { nodePrograms } from './nodePrograms.ts'

type Build = {
  what: string
  inputs: readonly string[]
  except: readonly string[]
  /** What must exist for the build to count as done. */
  output: string
  /** Where the digest of the inputs of the last build is kept. */
  stamp: string
  run: () => Promise<void>
}

/** Delivery serves this folder. */
const explorerFolder = '.holos/explorer'
const deliveryBundle = '.holos/delivery.mjs'
const code = ['package.json', 'package-lock.json', 'src', 'media']
const notBuilt = ['media/files', 'src/cli', 'src/import']

const explorer: Build = {
  what: 'Building the explorer',
  inputs: ['package-lock.json', 'src/explorer', 'src/cli/building/explorer.ts'],
  except: [],
  output: `${explorerFolder}/index.html`,
  stamp: '.holos/explorer.inputs',
  // Vite is a package of development: a start that has nothing to build does without.
  run: async () => (await import('./explorer.ts')).buildExplorer(explorerFolder),
}

const builds: readonly Build[] = [
  {
    what: 'Building the studio (about a minute)',
    inputs: [...code, 'tsconfig.json', 'next.config.mjs', 'payload.config.ts', 'collections'],
    except: [...notBuilt, 'src/delivery', 'src/explorer'],
    output: '.next/BUILD_ID',
    stamp: '.holos/studio.inputs',
    run: buildStudio,
  },
  {
    what: 'Building delivery',
    inputs: code,
    except: [
      ...notBuilt,
      'src/explorer',
      'src/app',
      'src/desk',
      'src/doors',
      'src/signin',
      'src/access',
      'src/publishing',
      'src/database',
      'src/webhooks',
    ],
    output: deliveryBundle,
    stamp: '.holos/delivery.inputs',
    run: buildDelivery,
  },
  explorer,
]

/** Builds what changed since it was built last; nothing when nothing did. */
export async function buildWhatChanged(wanted: readonly Build[] = builds): Promise<void> {
  for (const build of wanted) {
    const digest = digestOfFiles(build.inputs, build.except)
    if (isBuilt(build, digest)) continue
    await withProgress(build.what, build.run)
    mkdirSync(dirname(build.stamp), { recursive: true })
    writeFileSync(build.stamp, digest)
  }
}

/** All that `npm run dev` needs: the planes run from their sources. */
export function buildForDevelopment(): Promise<void> {
  return buildWhatChanged([explorer])
}

function isBuilt({ output, stamp }: Build, digest: string): boolean {
  return existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

function buildStudio(): Promise<void> {
  return runNode(['node_modules/next/dist/bin/next', 'build'], {
    env: buildEnvironment(),
    quietInto: '.holos/next-build.log',
  })
}

async function buildDelivery(): Promise<void> {
  const folder = dirname(deliveryBundle)
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(folder)) if (/^delivery.*\.mjs/.test(file)) rmSync(join(folder, file))
  await bundle({
    ...nodePrograms,
    entryPoints: { delivery: 'src/delivery/main.ts' },
    outdir: folder,
    chunkNames: 'delivery-[name]-[hash]',
    sourcemap: true,
    logLevel: 'silent',
  })
}

/** A build reads no secret and opens no database; what it gets instead is good for this build only. */
function buildEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOLOS_SECRET: randomBytes(32).toString('hex'),
  }
}
