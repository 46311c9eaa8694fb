import { describe, expect, it } from 'vitest'
import { createTickets } from '../../../../electron/loopback/tickets'

const own = () => Promise.resolve(true)
const another = () => Promise.resolve(false)

describe('tickets', () => {
  it('are long, and none is like another', () => {
    const tickets = createTickets()
    const made = Array.from({ length: 50 }, () => tickets.forBrowser())
    expect(new Set(made).size).toBe(50)
    for (const ticket of made) expect(ticket).toMatch(/^[\w-]{43}$/)
  })

  it('for a browser run out after two minutes', async () => {
    let now = 0
    const tickets = createTickets(() => now)
    const soon = tickets.forBrowser()
    now = 119_999
    expect(await tickets.use(soon, own)).toBe(true)
    const late = tickets.forBrowser()
    now += 120_000
    expect(await tickets.use(late, own)).toBe(false)
  })

  it('on the terminal stay good until the next one is printed', async () => {
    let now = 0
    const tickets = createTickets(() => now)
    const first = tickets.forTerminal()
    const second = tickets.forTerminal()
    now = 1e9
    expect(await tickets.use(first, own)).toBe(false)
    expect(await tickets.use(second, own)).toBe(true)
  })

  it('of one place do not end those of the other', async () => {
    const tickets = createTickets()
    const printed = tickets.forTerminal()
    const passed = tickets.forBrowser()
    expect(await tickets.use(passed, own)).toBe(true)
    expect(await tickets.use(printed, own)).toBe(true)
  })

  it('for a browser can neither be used nor used up by another user', async () => {
    const tickets = createTickets()
    const ticket = tickets.forBrowser()
    expect(await tickets.use(ticket, another)).toBe(false)
    expect(await tickets.use(ticket, own)).toBe(true)
  })

  it('on the terminal may be typed by whoever reads it there', async () => {
    const tickets = createTickets()
    expect(await tickets.use(tickets.forTerminal(), another)).toBe(true)
  })
})
