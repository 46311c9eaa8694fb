import type { DemoContent, World } from '../world'
import { adfBody } from './adf-body'
import { piecesOf } from './pieces'
import { storageBody } from './storage-body'

export const bodyFormats = ['storage', 'atlas_doc_format'] as const
type BodyFormat = (typeof bodyFormats)[number]

const writers = { storage: storageBody, atlas_doc_format: adfBody } as const

/** The body of a page or blog post in one format. */
export const bodyOf = (
  page: DemoContent,
  world: World,
  origin: string,
  format: BodyFormat,
): string => writers[format](piecesOf(page, world), { page, origin })
