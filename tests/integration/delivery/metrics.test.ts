import { afterEach, expect, it } from 'vitest'
import { build } from '#tests/build/build.ts'
import { openRecordWriter, type RecordWriter } from '#tests/build/recordWriter.ts'
import { openDelivery } from '#tests/harness/delivery/delivery.ts'
import { freePort } from '#tests/harness/delivery/deliveryProcess.ts'

let writer: RecordWriter | undefined

afterEach(() => writer?.close())

it('metrics have a port of their own, and as many lines whatever callers ask for', async () => {
  writer = await openRecordWriter()
  await writer.publish(build.person({ id: 'a', name: 'Asan' }), build.person({ id: 'b', name: 'Bekir' }))
  const port = await freePort()
  const delivery = await openDelivery(writer.url, { METRICS_PORT: port })
  for (let times = 0; times < 3; times++) await delivery.ask('{ people { totalCount } }')
  await delivery.ask('{ nobody }')
  for (const path of ['/media/none.webp', '/media/other.webp', '/a', '/b', '/healthz']) await delivery.get(path)

  const metrics = await fetch(`http://127.0.0.1:${port}/metrics`)
  expect(metrics.headers.get('content-type')).toContain('text/plain')
  const lines = (await metrics.text())
    .split('\n')
    .filter((line) => line.startsWith('holos_') && !line.includes('_bucket'))
  expect(lines).toEqual(
    expect.arrayContaining([
      'holos_delivery_requests_total{path="/graphql",status="200"} 3',
      'holos_delivery_requests_total{path="/graphql",status="400"} 1',
      'holos_delivery_requests_total{path="/media/*",status="404"} 2',
      'holos_delivery_requests_total{path="other",status="404"} 2',
      'holos_delivery_request_seconds_count{path="/graphql"} 4',
      'holos_delivery_cache_misses 1',
      'holos_delivery_cache_hits 2',
      'holos_delivery_catalog_documents 2',
      'holos_delivery_catalog_seq 2',
      'holos_delivery_database_up 1',
    ]),
  )
  expect((await delivery.get('/metrics')).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port}/graphql`)).status).toBe(404)

  await delivery.stop()
  await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow()
})
