import type { ErrorCode } from '../../errors.ts'
import type { CellRecord } from '../result-folder.ts'

/** What a cell process is told. */
export type MessageToCellProcess =
  | { readonly open: { readonly folder: string; readonly memory: number | undefined } }
  | { readonly cell: number }

/** What a cell process tells. */
export type MessageFromCellProcess =
  | { readonly kind: 'opened' }
  | { readonly kind: 'done'; readonly record: CellRecord }
  | { readonly kind: 'failed'; readonly code: ErrorCode | null; readonly message: string; readonly hint: string | undefined }
