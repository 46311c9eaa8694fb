import { ChevronDown } from 'lucide-react'
import { useStore } from 'zustand'
import type { Profile } from '@shared/contract'
import { ButtonMenu, type MenuItem, Isolated } from '../../ui'
import type { Credentials } from './store'

type Props = {
  credentials: Credentials
  current: Profile
  onOpen: (profile: Profile) => void
  /** Asks what the current site really answers. */
  onCheck: () => void
  onLeave: () => void
}

const nameOf = (profile: Profile) =>
  profile.kind === 'demo' ? 'Demo site' : new URL(profile.site).host

/** Which site is open, and the way to another one. */
export function SiteMenu({ credentials, current, onOpen, onCheck, onLeave }: Props) {
  const profiles = useStore(credentials.store, (state) => state.profiles)
  const others = profiles.filter(({ id }) => id !== current.id)
  const items: MenuItem[] = [
    ...others.map((profile): MenuItem => ({
      kind: 'act',
      label: `Switch to ${nameOf(profile)}`,
      onPick: () => onOpen(profile),
    })),
    ...(others.length > 0 ? [{ kind: 'line' } as const] : []),
    { kind: 'act', label: 'Check this site…', onPick: onCheck },
    { kind: 'act', label: 'All sites…', onPick: onLeave },
  ]
  return (
    <ButtonMenu
      items={items}
      trigger={
        <button type="button" className="site-menu">
          <span className="site-menu__name">
            <span className="visually-hidden">Site: </span>
            {nameOf(current)}
          </span>
          <span className="site-menu__who">
            <Isolated text={current.account.name} />
          </span>
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    />
  )
}
