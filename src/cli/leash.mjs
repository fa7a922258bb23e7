// Loaded first into each plane: when the process that started it is gone (even by kill -9), the
// plane ends too, instead of holding its port for ever.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
