import type { PdfOrder } from '@shared/pdf'
import type { PngOrder } from './paint-png'

/** A picture that is to be painted. */
export type PictureOrder =
  ({ readonly kind: 'png' } & PngOrder) | ({ readonly kind: 'pdf' } & PdfOrder)

export type PictureAnswer =
  | { readonly kind: 'part'; readonly share: number }
  | { readonly kind: 'done'; readonly blob: Blob }
  | { readonly kind: 'failed' }
