/** Buttons, dialogs, menus, boxes: they know no feature. */
export { Button, IconButton } from './button'
export { Dialog } from './dialog'
export { FailureNote } from './failure-note'
export { FocusReturn, useFocusReturn } from './focus-return'
export { ButtonMenu, type MenuItem, PointMenu } from './menu'
export { createNotices, NoticeArea, type Notices } from './notices'
export { SearchBox } from './search-box'
