export { ActButton, ActIcon } from './act-button'
export { contextOf, watchWorkbench, WorkbenchProvider } from './use-workbench'
