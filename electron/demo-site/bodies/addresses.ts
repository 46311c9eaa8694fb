import { encodeTinyLink } from '@shared/crawl'
import { webui } from '../api/web-address'
import type { DemoContent } from '../world'
import type { LinkForm } from './pieces'

/** The host that the demo site had before it was renamed; some pages still name it. */
export const formerHost = 'old-tern-and-tide.example'

/** The address by which a body links to something. */
export function hrefOf(to: DemoContent, form: LinkForm, origin: string): string {
  switch (form) {
    case 'tiny':
      return `${origin}/wiki/x/${encodeTinyLink(to.id)}`
    case 'classic':
      return `/wiki/pages/viewpage.action?pageId=${to.id}`
    case 'former-address':
      return `https://${formerHost}/wiki${webui(to)}`
    default:
      return `${origin}/wiki${webui(to)}`
  }
}
