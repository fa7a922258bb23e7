import { z } from 'zod'
import { ConfigurationError } from './errors.ts'

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback)
const optionalPort = z.literal('off').or(z.coerce.number().int().min(1).max(65535)).default('off')
const origin = z
  .url({ protocol: /^https?$/ })
  .transform((url) => url.replace(/\/$/, ''))
  .optional()

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
  STUDIO_HOST: z.string().min(1).default('127.0.0.1'),
  DELIVERY_PORT: port(4000),
  DELIVERY_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: optionalPort,
  STUDIO_URL: origin,
  DELIVERY_URL: origin,
  SITE_URL: origin,
  HOLOS_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  DATA_DIR: z.string().min(1).default('data'),
  MEDIA_DIR: z.string().min(1).default('media/files'),
  DEFAULT_LOCALE: z.string().min(2).default('en'),
  RATE_LIMIT: z.literal('off').or(z.coerce.number().int().min(1)).default(1200),
} satisfies Record<string, z.ZodType>

const schema = z.object(variables)
export type Environment = z.infer<typeof schema>

/** What delivery may know: everything but the studio's secret. */
export type DeliveryEnvironment = Omit<Environment, 'HOLOS_SECRET'>

/** Parses the process environment once. An empty variable counts as absent. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.entries(source).filter(([name, value]) => name in variables && value !== '')
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigurationError(`The environment is not usable. ${faults.join('; ')}. See .env.example.`)
}

export function readDeliveryEnvironment(source: NodeJS.ProcessEnv = process.env): DeliveryEnvironment {
  const { HOLOS_SECRET: _, ...rest } = readEnvironment({ ...source, HOLOS_SECRET: undefined })
  return rest
}

/** `sqlite` or `mongodb`, from the scheme of DATABASE_URL. */
export function databaseKind(url: string): 'sqlite' | 'mongodb' {
  return url.startsWith('file:') ? 'sqlite' : 'mongodb'
}
