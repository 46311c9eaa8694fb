import type { ComponentProps, ReactNode } from 'react'
import type { ActedOn } from '../features/canvas'
import { Button, IconButton } from '../ui'
import { actWords, iconWords, keysWords } from './act-words'
import { actOf, type ActId } from './catalogue'
import { runAct } from './may'
import { useActWords } from './use-workbench'

type Props = {
  act: ActId
  /** By default what keys act on, too. */
  on?: ActedOn
  /** Names what is acted on. */
  named?: boolean
  /** Instead of the title, where the button stands for more than the act. */
  children?: ReactNode
} & Pick<ComponentProps<typeof Button>, 'look' | 'className' | 'aria-pressed'>

/** A button that does an act: its words, its keys and why it cannot be pressed are the act's. */
export function ActButton({ act: id, on, named = false, children, ...rest }: Props) {
  const { title, refused, isOffered, keys, press } = useAct(id, on, named)
  return (
    <Button
      {...rest}
      {...keys.aria}
      disabled={!isOffered}
      // It can be reached and pressed, which says why not.
      aria-disabled={refused !== ''}
      title={refused === '' ? keys.shown : refused}
      onClick={press}
    >
      {children ?? title}
    </Button>
  )
}

/** The same with a picture only. */
export function ActIcon({ act: id, children }: { act: ActId; children: ReactNode }) {
  const { keys, press } = useAct(id, undefined, false)
  return (
    <IconButton {...iconWords(actOf(id))} {...keys.aria} onClick={press}>
      {children}
    </IconButton>
  )
}

function useAct(id: ActId, on: ActedOn | undefined, named: boolean) {
  const act = actOf(id)
  const { words, context } = useActWords((now) => {
    const { title, refused, isOffered } = actWords(act, now, named)
    // One string, so that it is the same until it says something else.
    return [title, refused, isOffered ? 'offered' : ''].join('\n')
  }, on)
  const [title = '', refused = '', offered] = words.split('\n')
  return {
    title,
    refused,
    isOffered: offered === 'offered',
    keys: keysWords(act),
    press: () => void runAct(act, context()),
  }
}
