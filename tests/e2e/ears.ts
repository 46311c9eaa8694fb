import type { Page } from '@playwright/test'

/** A sentence of a node that is walked to: which one depends on where a crawl has put it. */
const walked =
  /^(?!Selected: ).+, (page|blog post|whiteboard|database|folder|embed|space|person), .+ (out|in|outgoing|incoming)\b.*\.$/

/** What comes when it comes: how far a crawl is, how much a list offers so far, a step of the guide. */
const passing =
  /^(First steps: |Crawling: |\d[\d,]* results?\b|Searching|Type a |Nothing on this site has)/

/** Names in another order each time, and numbers; neither is what the sentence is about. */
const settled = (line: string): string =>
  line
    .replace(/\u2068|\u2069/g, '')
    .replace(/\d[\d,]*/g, '#')
    .replace(/^(Selected: Relation link, from Ingest pipeline to ).*/, '$1…')
    .replace(/the graph of [^.]+#:#/g, 'the graph of …')
    .replace(/(#|at least #) (out|in): .*?(?=\. |\.$)/g, '$1 $2: …')

/**
 * Writes down what a screen reader says by itself: whatever joins a live region that is neither off
 * nor hidden, in its order; and where the keyboard is, as the accessibility tree has it.
 */
export class Ears {
  private readonly page: Page
  private readonly lines: string[] = []

  constructor(page: Page) {
    this.page = page
  }

  /** Before the page is opened. */
  async listen(): Promise<void> {
    await this.page.exposeFunction('isHeard', (words: string) => {
      if (!passing.test(words)) this.lines.push(walked.test(words) ? '(a node)' : settled(words))
    })
    await this.page.addInitScript(listenInPage)
  }

  /** All that was heard, and where the keyboard is now. */
  async writeDown(step: string): Promise<string> {
    const place = await this.place()
    const heard = this.lines
      .splice(0)
      .filter((line, at, all) => line !== '(a node)' || all[at - 1] !== line)
    return [`# ${step}`, ...heard.map((line) => `  ${line}`), `  > ${settled(place)}`, ''].join(
      '\n',
    )
  }

  /** Role and name of what has the keyboard. */
  private async place(): Promise<string> {
    const session = await this.page.context().newCDPSession(this.page)
    try {
      const { result } = await session.send('Runtime.evaluate', {
        expression: 'document.activeElement',
      })
      const { nodes } = await session.send('Accessibility.getPartialAXTree', {
        objectId: result.objectId ?? '',
        fetchRelatives: false,
      })
      const [node] = nodes
      if (node === undefined || node.ignored)
        throw new Error('The keyboard is on nothing that is told.')
      return `${String(node.role?.value)} ${String(node.name?.value)}`.trim()
    } finally {
      await session.detach()
    }
  }
}

/** Runs in the page. */
function listenInPage(): void {
  const tell = (window as unknown as { isHeard: (words: string) => void }).isHeard
  const implied: Readonly<Record<string, string>> = {
    status: 'polite',
    log: 'polite',
    alert: 'assertive',
  }
  const regions = '[aria-live], [role="status"], [role="log"], [role="alert"]'
  const roleOf = (one: Element): string => one.getAttribute('role') ?? ''
  const liveOf = (one: Element): string =>
    one.getAttribute('aria-live') ?? implied[roleOf(one)] ?? 'off'
  const elementOf = (node: Node): Element | null =>
    node instanceof Element ? node : node.parentElement
  const words = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim()

  const isHeard = (region: Element): boolean =>
    liveOf(region) !== 'off' &&
    region.checkVisibility() &&
    region.closest('[aria-hidden="true"]') === null
  /** An alert is read as it comes; what else comes with its words is not. */
  const alertsIn = (node: Node): Element[] =>
    node instanceof Element
      ? [node, ...node.querySelectorAll('*')].filter((one) => roleOf(one) === 'alert')
      : []

  new MutationObserver((changes) => {
    /** A region that is read as a whole is read once, however much of it has changed. */
    const whole = new Set<Element>()
    const added: string[] = []
    for (const { target, addedNodes, type } of changes) {
      for (const one of [...addedNodes].flatMap(alertsIn)) whole.add(one)
      const region = elementOf(target)?.closest(regions) ?? null
      if (region === null || !isHeard(region)) continue
      if (/^(status|alert)$/.test(roleOf(region))) whole.add(region)
      else if (type === 'childList') added.push(...[...addedNodes].map(words))
    }
    for (const line of [...added, ...[...whole].map(words)]) if (line !== '') tell(line)
  }).observe(document, { childList: true, characterData: true, subtree: true })
}
