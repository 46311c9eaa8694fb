import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { HelpFor, type Lack } from './failure-help'
import { createLive, LiveRegion } from './live-region'

export type Notice = {
  tone: 'plain' | 'bad'
  sentence: string
  next?: string
  /** Asked for in the notice itself, which then stays until it is closed. */
  lacks?: Lack
  action?: { label: string; onPick: () => void }
  /** Milliseconds it stays; the default gives time to read and to reach the action. What is bad stays. */
  stay?: number
  onGone?: () => void
}

/** What went wrong, or asks for something, stays until it is closed: not everybody reads as fast. */
const timeFor = ({ tone, lacks, action, stay }: Notice): number =>
  tone === 'bad' || lacks !== undefined ? 0 : (stay ?? (action === undefined ? 7_000 : 12_000))

/**
 * Sentences that come and go at the edge of the window, and those that are only heard; usable from
 * outside React.
 */
export function createNotices() {
  const manager = Toast.createToastManager()
  const live = createLive()
  return {
    manager,
    live,
    /** Says what can be seen to who does not see it. */
    tell: live.tell,
    /** Gives how to take it away. */
    say: (notice: Notice): (() => void) => {
      const { tone, sentence, next, lacks, action, onGone } = notice
      // What is bad is an alert already; the rest is told by the one voice, once.
      if (tone !== 'bad') live.tell([sentence, next ?? ''].join(' ').trim())
      const id = manager.add({
        title: sentence,
        description: next,
        type: tone,
        priority: tone === 'bad' ? 'high' : 'low',
        timeout: timeFor(notice),
        data: { lacks },
        ...(onGone === undefined ? {} : { onRemove: onGone }),
        ...(action === undefined
          ? {}
          : {
              actionProps: {
                children: action.label,
                onClick: () => {
                  manager.close(id)
                  action.onPick()
                },
              },
            }),
      })
      return () => manager.close(id)
    },
  }
}
export type Notices = ReturnType<typeof createNotices>

/** What speaks to people, for who need not know how it is shown. */
export type Voice = Pick<Notices, 'say' | 'tell'>

function NoticeList() {
  const { toasts } = Toast.useToastManager<{ lacks?: Lack | undefined }>()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={`notice notice--${toast.type ?? 'plain'}`}>
      <Toast.Content className="notice__content">
        <div className="notice__words">
          <Toast.Title className="notice__title" render={<p />} />
          <Toast.Description className="notice__next" />
          <HelpFor lacks={toast.data?.lacks} />
        </div>
        <Toast.Action className="button button--plain" />
        <Toast.Close className="icon-button" aria-label="Dismiss">
          <X size={14} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}

export function NoticeArea({ notices }: { notices: Notices }) {
  return (
    <Toast.Provider toastManager={notices.manager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className="notices" aria-live="off">
          <NoticeList />
        </Toast.Viewport>
      </Toast.Portal>
      <LiveRegion live={notices.live} />
    </Toast.Provider>
  )
}
