export { NamedInVain } from './named-in-vain'
export { useUnresolvedForm } from './unresolved-form'
