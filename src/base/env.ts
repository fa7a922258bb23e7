import { z } from 'zod'
import { ConfigurationError } from './errors.ts'

const portRule = 'must be a port from 1 to 65535'
const portNumber = z.coerce.number(portRule).int(portRule).min(1, portRule).max(65535, portRule)
const port = (fallback: number) => portNumber.default(fallback)
const origin = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .transform((url) => url.replace(/\/$/, ''))
  .optional()
const text = (fallback: string) => z.string().min(1).default(fallback)
const rateRule = 'must be a whole number of requests a minute, or off'
const requests = z.coerce.number(rateRule).int(rateRule).min(1, rateRule)
function wholeNumber(least: number, most: number, what: string) {
  const rule = `must be a whole number of ${what} from ${least} to ${most}`
  return z.coerce.number(rule).int(rule).min(least, rule).max(most, rule)
}
const proxyRule = 'must be a number of proxies from 0 to 10'
const ruleChoices = ['off', 'on'] as const
const explorerChoices = ['auto', 'on', 'off'] as const
const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

/**
 * Every variable that Holos reads, with its default. `.env.example` lists the same names and
 * defaults; a test holds the two together.
 */
export const variables = {
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|mongodb(\+srv)?:\/\/.+)$/, 'must start with file:, mongodb:// or mongodb+srv://')
    .default('file:data/holos.db'),
  STUDIO_PORT: port(3000),
  STUDIO_HOST: text('127.0.0.1'),
  DELIVERY_PORT: port(4000),
  DELIVERY_HOST: text('127.0.0.1'),
  METRICS_PORT: z.union([z.literal('off'), portNumber], `${portRule}, or off`).default('off'),
  STUDIO_URL: origin,
  DELIVERY_URL: origin,
  SITE_URL: origin,
  HOLOS_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  SESSION_IDLE_MINUTES: wholeNumber(5, 24 * 60, 'minutes').default(120),
  SESSION_HOURS: wholeNumber(1, 7 * 24, 'hours').default(12),
  TWO_PERSON_RULE: z.enum(ruleChoices, `must be one of ${ruleChoices.join(', ')}`).default('off'),
  DATA_DIR: text('data'),
  MEDIA_DIR: text('media/files'),
  ORIGINALS_RECIPIENT: z
    .string()
    .regex(
      /^age1[02-9ac-hj-np-z]{58}$/,
      'must be a public key of age, which starts with age1: `age-keygen -y` prints it',
    )
    .optional(),
  DEFAULT_LOCALE: text('en'),
  RATE_LIMIT: z.union([z.literal('off'), requests], rateRule).default(1200),
  CORS_ORIGINS: text('*'),
  TRUSTED_PROXIES: z.coerce.number(proxyRule).int(proxyRule).min(0, proxyRule).max(10, proxyRule).default(0),
  TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  EXPLORER: z.enum(explorerChoices, `must be one of ${explorerChoices.join(', ')}`).default('auto'),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
} satisfies Record<string, z.ZodType>

const schema = z.object(variables)
/** As `process.env`, of which Next says that NODE_ENV is always there. */
export type Variables = Readonly<Record<string, string | undefined>>

export type Environment = z.infer<typeof schema>

/** Variables that are the studio's alone. */
const ofStudio = [
  'HOLOS_SECRET',
  'ORIGINALS_RECIPIENT',
  'SESSION_IDLE_MINUTES',
  'SESSION_HOURS',
  'TWO_PERSON_RULE',
] as const

/** What delivery may know: everything but what is the studio's alone. */
export type DeliveryEnvironment = Omit<Environment, (typeof ofStudio)[number]>

/** Parses the process environment once. An empty variable counts as absent. */
export function readEnvironment(source: Variables = process.env): Environment {
  const given = Object.entries(source).filter(([name, value]) => name in variables && value !== '')
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => fault(issue.path.join('.'), issue.message, source))
  throw new ConfigurationError(`${faults.join('; ')}. See .env.example.`)
}

export function readDeliveryEnvironment(source: Variables = process.env): DeliveryEnvironment {
  const hidden = Object.fromEntries(ofStudio.map((name) => [name, undefined]))
  const { HOLOS_SECRET, ORIGINALS_RECIPIENT, SESSION_IDLE_MINUTES, SESSION_HOURS, TWO_PERSON_RULE, ...rest } =
    readEnvironment({
      ...source,
      ...hidden,
    })
  return rest
}

/** `sqlite` or `mongodb`, from the scheme of DATABASE_URL. */
export function databaseKind(url: string): 'sqlite' | 'mongodb' {
  return url.startsWith('file:') ? 'sqlite' : 'mongodb'
}

// Their values may hold a password, or by mistake a private key, and a message may end up in a log.
const confidential: readonly string[] = ['HOLOS_SECRET', 'DATABASE_URL', 'ORIGINALS_RECIPIENT']

function fault(name: string, rule: string, source: Variables): string {
  return confidential.includes(name) ? `${name} ${rule}` : `${name} is "${source[name]}" but ${rule}`
}
