// Loaded first into each plane: when the process that started it is gone (even by kill -9), the
// plane ends too, instead of holding its port for ever.
// What a plane forks itself inherits this file and has another parent: its channel belongs to that one.
if (process.env.HOLOS_STARTER === String(process.ppid)) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}
