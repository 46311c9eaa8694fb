import { type Entity } from '@shared/graph'
import { isolated } from '@shared/text'
import { kindWord } from '../crawl'
import { when } from './when'
import { Isolated } from '../../ui'

const statusWords: Readonly<Record<string, string>> = {
  unknown: 'not looked up yet',
  missing: 'gone, or hidden from you',
}

/** What the site says of a node itself. */
export function NodeFacts({ entity }: { entity: Entity }) {
  return (
    <dl className="facts">
      <Fact name="Type" value={kindWord(entity)} />
      {entity.space !== undefined && (
        <Fact name="Space" value={`${isolated(entity.space.name)} (${entity.space.key})`} />
      )}
      <Fact name="Status" value={statusWords[entity.status] ?? entity.status} />
      {entity.createdBy !== undefined && <Fact name="Created by" value={entity.createdBy.name} />}
      {entity.createdAt !== undefined && <Fact name="Created" value={when(entity.createdAt)} />}
      {entity.owner !== undefined && <Fact name="Owner" value={entity.owner.name} />}
      {entity.changedAt !== undefined && (
        <Fact name="Last changed" value={when(entity.changedAt)} />
      )}
      <Fact name={entity.type === 'space' ? 'Key' : 'Id'} value={entity.key} />
    </dl>
  )
}

export function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Isolated text={value} />
      </dd>
    </div>
  )
}
