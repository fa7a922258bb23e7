import { createServer } from 'node:http'

/**
 * Loaded into a delivery process before its program (`--import`): measures every turn of its event
 * loop and tells on LONGEST_TURN_PORT how long the longest since the last question took, in
 * milliseconds. A turn counts with its CPU time where that is less: then the machine did something else.
 */
let longest = 0
let wall = performance.now()
let cpu = process.cpuUsage()

// An immediate that is always waiting keeps the loop turning, so a turn's length is the work in it.
setImmediate(function turn() {
  const [now, used] = [performance.now(), process.cpuUsage()]
  const busy = (used.user - cpu.user + used.system - cpu.system) / 1000
  longest = Math.max(longest, Math.min(now - wall, busy))
  wall = now
  cpu = used
  setImmediate(turn)
})

createServer((_, response) => {
  response.end(String(longest))
  longest = 0
})
  .listen(Number(process.env.LONGEST_TURN_PORT), '127.0.0.1')
  .unref()
