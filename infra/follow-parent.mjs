// Loaded before a child process's program: ends it when its parent is gone, however that happened.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
