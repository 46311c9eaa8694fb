import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const folder = '.github/workflows'
const files = readdirSync(folder)
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts

const Permissions = z.strictObject({ contents: z.enum(['read', 'write']) })
const text = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const Step = z.union([
  z.strictObject({
    // By commit, with the version it is of: a tag can be moved to other code.
    uses: z.string().regex(/^actions\/[a-z-]+@[0-9a-f]{40}$/),
    if: z.string().optional(),
    with: text.optional(),
  }),
  z.strictObject({ run: z.string(), env: text.optional() }),
])
const Job = z.strictObject({
  name: z.string(),
  needs: z.string().optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.number().int().max(60),
  permissions: Permissions.optional(),
  strategy: z
    .strictObject({
      'fail-fast': z.boolean().optional(),
      matrix: z.record(z.string(), z.array(z.union([z.string(), z.number()])).min(1)),
    })
    .optional(),
  steps: z.array(Step).min(1),
})
const Workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.strictObject({ contents: z.literal('read') }),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }).optional(),
  jobs: z.record(z.string(), Job),
})

const source = (file: string) => readFileSync(join(folder, file), 'utf8')
const read = (file: string) => Workflow.parse(parse(source(file)))
const jobsOf = (file: string) => Object.values(read(file).jobs)

describe.each(files)('the workflow %s', (file) => {
  it('is written as GitHub reads it, may read alone, and pins each action by its commit', () => {
    expect(() => read(file)).not.toThrow()
    for (const line of source(file).split('\n')) {
      if (line.includes('uses:')) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
  })

  it('does nothing that cannot be done here: each step is a script of package.json', () => {
    for (const { steps } of jobsOf(file)) {
      for (const step of steps) {
        if (!('run' in step)) continue
        const named = /^npm (?:run (?:--silent )?)?([\w:]+)/.exec(step.run)?.[1]
        const isKnown = named === 'ci' || (named !== undefined && named in scripts)
        expect([step.run, isKnown || step.run.startsWith('gh release create ')]).toEqual([
          step.run,
          true,
        ])
      }
    }
  })

  it('names only what its matrix has, and jobs that there are', () => {
    const { jobs } = read(file)
    for (const job of Object.values(jobs)) {
      const names = [...JSON.stringify(job).matchAll(/matrix\.(\w+)/g)].map(([, name]) => name)
      expect(Object.keys(job.strategy?.matrix ?? {})).toEqual(
        expect.arrayContaining([...new Set(names)]),
      )
      if (job.needs !== undefined) expect(Object.keys(jobs)).toContain(job.needs)
    }
  })

  it('puts nothing from outside into a line that a shell reads', () => {
    for (const { steps } of jobsOf(file)) {
      for (const step of steps) if ('run' in step) expect(step.run).not.toContain('${{')
    }
  })

  it('leaves no credentials of the repository on the disk', () => {
    for (const { steps } of jobsOf(file)) {
      for (const step of steps) {
        if (!('uses' in step) || !step.uses.startsWith('actions/checkout@')) continue
        expect(step.with).toMatchObject({ 'persist-credentials': false })
      }
    }
  })
})

describe('what is looked after', () => {
  it('is every system with every Node that is promised', () => {
    const { test } = read('check.yml').jobs
    expect(test?.strategy?.matrix['node']).toEqual([20, 22, 24])
    const systems = String(test?.strategy?.matrix['os'])
    for (const system of ['ubuntu', 'macos', 'windows']) expect(systems).toContain(system)
  })

  it('lets one job alone write: the one that publishes', () => {
    const writing = files
      .flatMap((file) => Object.entries(read(file).jobs))
      .filter(([, { permissions }]) => permissions?.contents === 'write')
    expect(writing.map(([name]) => name)).toEqual(['publish'])
  })
})
