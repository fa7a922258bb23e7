import { Script } from 'node:vm'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { read } from './tree.ts'

type Service = {
  user?: string
  read_only?: boolean
  restart?: string
  healthcheck?: { test: string[] }
  environment?: Record<string, string>
  volumes?: string[]
  ports?: string[]
  build?: { context: string; target: string }
  cap_drop?: string[]
  networks?: string[]
  depends_on?: Record<string, { condition: string }>
  image?: string
  tmpfs?: string[]
  mem_limit?: string
  pids_limit?: number
}
type Compose = {
  services: Record<string, Service>
  volumes: Record<string, unknown>
  networks: Record<string, { internal?: boolean }>
  configs: Record<string, { content: string }>
}

const text = read('docker-compose.yml')
const compose: Compose = parse(text, { merge: true })
const services = Object.entries(compose.services)
const lasting = services.filter(([, { restart }]) => restart !== 'no')
const delivery = services.filter(([name]) => name.startsWith('delivery'))
const dockerfile = read('Dockerfile')

describe('docker-compose.yml', () => {
  it('is valid by the JSON schema of the compose specification', () => {
    const { $schema: _, ...schema } = JSON.parse(read('node_modules/dclint/schemas/compose.schema.json'))
    const formats = {
      duration: /^(\d+(us|ms|s|m|h))+$/,
      ports: true,
      expose: true,
      uri: true,
      subnet_ip_address: true,
    } as const
    const ajv = new Ajv({ strict: false, allErrors: true, formats })
    const validate = ajv.compile(schema)
    expect(validate(compose), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ services: { studio: { imgae: 'x' } } })).toBe(false)
  })

  it('runs MongoDB as a replica set, one studio and two delivery processes', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      'delivery-1',
      'delivery-2',
      'mongodb',
      'mongodb-init',
      'studio',
    ])
    expect(text).toContain('--replSet holos')
    for (const [, { environment }] of services.filter(([, { build }]) => build)) {
      expect(environment?.DATABASE_URL).toMatch(/^mongodb:.*replicaSet=holos$/)
    }
  })

  it('no service runs as root or keeps a capability', () => {
    expect(services.filter(([, { user }]) => !/^[1-9]\d*:[1-9]\d*$/.test(user ?? ''))).toEqual([])
    expect(services.filter(([, { cap_drop }]) => cap_drop?.join() !== 'ALL')).toEqual([])
  })

  it('every root is read-only, and every service has a limit for its memory and its processes', () => {
    const open = services.filter(([, { read_only, mem_limit, pids_limit }]) => !read_only || !mem_limit || !pids_limit)
    expect(open.map(([name]) => name)).toEqual([])
  })

  it('the studio writes into its volumes and into memory, nowhere else', () => {
    const { volumes, tmpfs } = compose.services.studio ?? {}
    expect(volumes).toEqual(['data:/srv/holos/data', 'media:/srv/holos/media/files'])
    expect(tmpfs?.map((one) => one.split(':')[0])).toEqual(['/tmp', '/srv/holos/.next/cache'])
  })

  it('the planes share public pictures and nothing else: no network, no user, no other volume', () => {
    const { studio } = compose.services
    const sourcesOf = ({ volumes = [] }: Service) => volumes.map((volume) => volume.split(':')[0])
    for (const [, service] of delivery) {
      const shared = (ours: string[] = [], theirs: string[] = []) => ours.filter((one) => theirs.includes(one))
      expect(shared(service.networks, studio?.networks)).toEqual([])
      expect(service.user).not.toBe(studio?.user)
      expect(shared(sourcesOf(service) as string[], sourcesOf(studio ?? {}) as string[])).toEqual(['media'])
    }
    expect(compose.services.mongodb?.networks).toEqual(['studio-database', 'delivery-database'])
    for (const name of ['studio-database', 'delivery-database']) expect(compose.networks[name]?.internal).toBe(true)
    const used = services.flatMap(([, { networks = [] }]) => networks)
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.networks).sort())
  })

  it('images from elsewhere have an exact version, and those of the Dockerfile too', () => {
    const foreign = services.filter(([, { build }]) => !build).map(([, { image = '' }]) => image)
    const bases = [...dockerfile.matchAll(/^FROM (\S+:\S+)/gm)].map(([, image = '']) => image)
    expect(bases.length).toBeGreaterThan(0)
    for (const image of [...foreign, ...bases]) expect(image).toMatch(/:\d+\.\d+\.\d+(-[\w-]+)?$/)
  })

  it('delivery writes nowhere: a read-only root, and media read-only', () => {
    expect(delivery).toHaveLength(2)
    for (const [, service] of delivery) {
      expect(service.read_only).toBe(true)
      expect(service.volumes).toEqual(['media:/srv/holos/media/files:ro'])
    }
  })

  it('sealed originals, and their key, are in a volume that delivery does not have', () => {
    const holders = services.filter(([, { volumes }]) => volumes?.some((volume) => volume.startsWith('data:')))
    expect(holders.map(([name]) => name)).toEqual(['studio'])
    expect(compose.services.studio?.volumes).toContain('data:/srv/holos/data')
    for (const [, { environment }] of delivery) expect(environment).not.toHaveProperty('ORIGINALS_RECIPIENT')
  })

  it('draft-blind: delivery has a database user of its own and no secret of the studio', () => {
    for (const [, { environment = {} }] of delivery) {
      expect(environment).not.toHaveProperty('HOLOS_SECRET')
      expect(environment.DATABASE_URL).toMatch(/^mongodb:\/\/delivery:/)
    }
    const script = compose.configs['mongodb-init']?.content ?? ''
    // As the engine hands it to the shell: `$$` is one `$`.
    // It throws where the script is no JavaScript.
    new Script(script.replaceAll('$$', '$'))
    expect(script).toContain("['published', 'changes']")
    expect(script).toContain("actions: ['find', 'changeStream']")
  })

  it('every lasting service has a health check, and waits for what it needs', () => {
    expect(lasting.filter(([, { healthcheck }]) => !healthcheck)).toEqual([])
    for (const [, { depends_on }] of services.filter(([, { build }]) => build)) {
      expect(depends_on?.['mongodb-init']?.condition).toBe('service_completed_successfully')
    }
  })

  it('has no default secret: each is required by name', () => {
    const secrets = [
      'HOLOS_SECRET',
      'MONGODB_KEY',
      'MONGODB_ROOT_PASSWORD',
      'MONGODB_STUDIO_PASSWORD',
      'MONGODB_DELIVERY_PASSWORD',
    ]
    const uses = [...text.matchAll(/(?<!\$)\$\{(\w+)([^}]*)\}/g)]
    for (const secret of secrets) {
      const found = uses.filter(([, name]) => name === secret)
      expect(found.length, secret).toBeGreaterThan(0)
      expect(
        found.filter(([, , rule]) => !rule?.startsWith(':?')),
        secret,
      ).toEqual([])
    }
  })

  it('publishes ports on this machine only, and the database not at all', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? [])
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([])
    expect(compose.services.mongodb?.ports).toBeUndefined()
  })

  it('keeps data and media in volumes that are declared', () => {
    const named = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]))
    expect([...new Set(named)].sort()).toEqual(Object.keys(compose.volumes).sort())
  })
})

describe('Dockerfile', () => {
  it('has the stages that the compose file builds, each with a user of its own', () => {
    for (const [, { build }] of services) {
      if (build) expect(stage(build.target)).toMatch(/^USER (node|delivery)$/m)
    }
  })

  it('copies only what exists', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list = '']) => list.split(' '))
    const ignored = read('.dockerignore').split('\n')
    for (const path of copied.filter((one) => one !== '.')) expect(ignored).toContain(`!${path}`)
  })

  it('delivery holds the bundle and not the sources of the studio', () => {
    expect(stage('delivery')).not.toMatch(/^COPY (src|collections|payload)/m)
  })

  it('bakes no secret in', () => {
    expect(dockerfile).not.toMatch(/SECRET|PASSWORD|DATABASE_URL/)
  })
})

function stage(name: string): string {
  const [, ...stages] = dockerfile.split(/^FROM /m)
  return stages.find((one) => one.split('\n')[0]?.endsWith(` AS ${name}`)) ?? ''
}
