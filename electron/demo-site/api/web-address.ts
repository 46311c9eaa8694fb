import type { DemoContent } from '../world'

const slug = (title: string) => encodeURIComponent(title).replace(/%20/g, '+')

/** Address for people, relative and without `/wiki`, as both APIs give it. */
export function webui({ id, kind, title, spaceKey, createdAt }: DemoContent): string {
  const space = `/spaces/${spaceKey}`
  switch (kind) {
    case 'page':
      return `${space}/pages/${id}/${slug(title)}`
    case 'blogpost':
      return `${space}/blog/${createdAt.slice(0, 10).replaceAll('-', '/')}/${id}/${slug(title)}`
    case 'whiteboard':
    case 'database':
    case 'folder':
    case 'embed':
    case 'attachment':
      return `${space}/${kind}/${id}`
  }
}
