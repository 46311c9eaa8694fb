/**
 * What some work tells, as a stream, until the work is over; then what it came to. Its failure is
 * thrown where it belongs, behind all that was told.
 */
export async function* told<Event, Result>(
  start: (tell: (event: Event) => void) => Promise<Result>,
): AsyncGenerator<Event, Result> {
  const events: Event[] = []
  let wake: () => void = () => undefined
  const state = { over: false }
  const work = start((event) => {
    events.push(event)
    wake()
  }).finally(() => {
    state.over = true
    wake()
  })
  // Its failure is thrown below.
  work.catch(() => undefined)
  while (!state.over || events.length > 0) {
    const event = events.shift()
    if (event !== undefined) yield event
    else await new Promise<void>((resolve) => (wake = resolve))
  }
  return work
}
