import { actsOf, type Context, mayEdit } from './act'

const progressOf = ({ crawl }: Context) => {
  const { run } = crawl.store.getState()
  return run.kind === 'active' ? run.progress : null
}

/** Acts on the work: taking back, drafting, crawling. */
export const workActs = actsOf({
  undo: {
    title: 'Undo',
    group: 'work',
    keys: ['Ctrl+Z'],
    run: ({ acts }) => void acts.undo(),
  },
  redo: {
    title: 'Redo',
    group: 'work',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    run: ({ acts }) => void acts.redo(),
  },
  'start-crawl': {
    title: 'Start a crawl',
    group: 'crawl',
    says: ({ crawl }) => `Start a crawl from “${crawl.store.getState().start?.title ?? ''}”`,
    when: (context) =>
      progressOf(context) === null && context.crawl.store.getState().start !== null,
    run: ({ crawl }) => {
      const { start } = crawl.store.getState()
      if (start !== null) void crawl.crawl(start)
    },
  },
  'pause-crawl': {
    title: 'Pause the crawl',
    group: 'crawl',
    when: (context) => {
      const progress = progressOf(context)
      return progress !== null && progress.state !== 'paused'
    },
    run: ({ crawl }) => crawl.pause(),
  },
  'resume-crawl': {
    title: 'Resume the crawl',
    group: 'crawl',
    when: (context) => progressOf(context)?.state === 'paused',
    run: ({ crawl }) => crawl.resume(),
  },
  'stop-crawl': {
    title: 'Stop the crawl',
    group: 'crawl',
    when: (context) => progressOf(context) !== null,
    run: ({ crawl }) => crawl.stop(),
  },
  draft: {
    title: 'Draft mode',
    group: 'work',
    says: ({ draft }) => (draft.store.getState().on ? 'Leave draft mode' : 'Draft mode'),
    when: mayEdit,
    run: ({ draft }) => draft.setOn(!draft.store.getState().on),
  },
})
