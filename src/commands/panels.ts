export { ActButton, ActIcon } from './act-button'
export { contextOf, WorkbenchProvider } from './use-workbench'
