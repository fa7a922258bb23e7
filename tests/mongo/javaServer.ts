import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { sha256 } from '#base/digest.ts'

const run = promisify(execFile)
const folder = resolve(import.meta.dirname)
const cache = resolve(folder, '../.cache')

export type MongoServer = {
  url: string
  stop(): Promise<void>
  /** Ends it without notice, as a power cut would. */
  kill(): Promise<void>
}

/** mongo-java-server: needs a JDK 17; with `file` its data survives a kill, with `port` it comes back where it was. */
export async function startJavaServer({ port = 0, file }: { port?: number; file?: string } = {}): Promise<MongoServer> {
  const jars = await javaServerJars()
  const lightly = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx512m']
  const command = [...lightly, '-cp', join(jars, '*'), join(folder, 'TestMongoServer.java'), String(port)]
  const child = spawn('java', file ? [...command, file] : command, { stdio: ['pipe', 'pipe', 'pipe'] })
  const url = await firstLine(child)
  return {
    url,
    stop: () => ended(child, () => child.stdin?.end()),
    kill: () => ended(child, () => child.kill('SIGKILL')),
  }
}

/** The folder of the server's jars, fetched once by Maven for each version of pom.xml. */
async function javaServerJars(): Promise<string> {
  const pom = join(folder, 'pom.xml')
  const jars = join(cache, `mongo-java-server-${sha256(readFileSync(pom)).slice(0, 8)}`)
  if (existsSync(jars)) return jars
  await mkdir(cache, { recursive: true })
  const fresh = `${jars}.${process.pid}`
  await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${fresh}`])
  // Another run may have been faster; its jars are the same.
  await rename(fresh, jars).catch(() => rm(fresh, { recursive: true }))
  return jars
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    const complaints: string[] = []
    child.stderr?.on('data', (data: Buffer) => complaints.push(data.toString()))
    child.once('error', failed)
    child.once('exit', () => failed(new Error(`mongo-java-server did not start: ${complaints.join('')}`)))
    if (child.stdout) createInterface(child.stdout).once('line', found)
  })
}

function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    end()
  })
}
