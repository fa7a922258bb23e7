import { parseArgs } from 'node:util'
import { type Options, UsageError, type Work } from '../holos/usage.ts'

type Command = {
  usage: string
  effect: string
  /** How many words follow the name of the command. */
  words: number
  /** What refuses what cannot be meant, before a database is opened, and answers what is to be done. A wrong word loads none. */
  plan: () => Promise<(words: string[], options: Options) => Work | Promise<Work>>
}

const commands = {
  'user add': {
    usage: 'user add --email E --role R [--name N] [--locales uk,ru] --password-stdin',
    effect: 'makes a user; the password is read from standard input',
    words: 0,
    plan: async () => (await import('../holos/users.ts')).addUser,
  },
  'user list': {
    usage: 'user list',
    effect: 'shows who may sign in, and as what',
    words: 0,
    plan: async () => (await import('../holos/users.ts')).listUsers,
  },
  'user link': {
    usage: 'user link --email E',
    effect: 'makes a link with which a user sets a new password; it works once and for a day',
    words: 0,
    plan: async () => (await import('../holos/users.ts')).linkUser,
  },
  publish: {
    usage: 'publish <key> [--facts] [--locales uk,tr] [--confirm <digest> … --reason "…"]',
    effect: 'publishes the named parts of a document (people:<id>); a finding that says how is confirmed with a reason',
    words: 1,
    plan: async () => (await import('../holos/record.ts')).publishParts,
  },
  withdraw: {
    usage: 'withdraw <key> [--locales uk,tr]',
    effect: 'withdraws locales, or the whole document',
    words: 1,
    plan: async () => (await import('../holos/record.ts')).withdrawParts,
  },
  verify: {
    usage: 'verify',
    effect: 'checks record, log and media; heals what a crash left, names what it cannot heal',
    words: 0,
    plan: async () => (await import('../holos/verify.ts')).verifyAll,
  },
  seal: {
    usage: 'seal',
    effect: 'seals originals that still lie open, as a start of the studio does; killed, it goes on from there',
    words: 0,
    plan: async () => (await import('../holos/seal.ts')).sealOriginals,
  },
  tidy: {
    usage: 'tidy [--grace 30d] [--yes]',
    effect: 'lists files of pictures that nothing names any more; with --yes it removes them',
    words: 0,
    plan: async () => (await import('../holos/tidy.ts')).tidy,
  },
  overrides: {
    usage: 'overrides',
    effect: 'lists what somebody let through a gate: when, which, where, who and why',
    words: 0,
    plan: async () => (await import('../holos/overrides.ts')).listOverrides,
  },
  'media remake': {
    usage: 'media remake [--publish]',
    effect:
      'makes the copies of pictures that the table of sizes demands and that are missing; with --publish they become public where nothing else differs; killed, it goes on from there',
    words: 0,
    plan: async () => (await import('../holos/remake.ts')).remakePictures,
  },
} satisfies Record<string, Command>

const usage = [
  'Usage: npm run holos -- <command>',
  '',
  ...Object.values(commands).map((command) => `  ${command.usage}\n      ${command.effect}`),
].join('\n')

/** `npm run holos -- <command>`: the same doors as the studio's, for scripts and operators. */
export async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') {
    console.log(usage)
    return args.length === 0 ? 2 : 0
  }
  const { command, words, options } = commandFrom(args)
  const plan = await command.plan()
  const work = await plan(words, options)
  const { withPayload } = await import('../withPayload.ts')
  return withPayload(work)
}

function commandFrom(args: string[]): { command: Command; words: string[]; options: Options } {
  const { positionals, values: options } = wordsAndOptions(args)
  const found = Object.entries(commands).find(([name]) => `${positionals.join(' ')} `.startsWith(`${name} `))
  if (!found) throw new UsageError(`There is no command "${positionals.join(' ')}".\n\n${usage}`)
  const [name, command] = found
  const words = positionals.slice(name.split(' ').length)
  if (words.length !== command.words) throw new UsageError(`Usage: npm run holos -- ${command.usage}`)
  return { command, words, options }
}

function wordsAndOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        role: { type: 'string' },
        name: { type: 'string' },
        locales: { type: 'string' },
        facts: { type: 'boolean' },
        grace: { type: 'string' },
        yes: { type: 'boolean' },
        publish: { type: 'boolean' },
        confirm: { type: 'string', multiple: true },
        reason: { type: 'string' },
        'password-stdin': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}
