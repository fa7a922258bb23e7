/** Says what is being done, every ten seconds that it still is, and how long it took. */
export async function withProgress<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const since = Date.now()
  console.log(`${what} …`)
  const ticker = setInterval(() => console.log(`  … ${seconds(since)} s`), 10_000)
  try {
    const result = await work()
    console.log(`  done in ${seconds(since)} s`)
    return result
  } finally {
    clearInterval(ticker)
  }
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1)
}
