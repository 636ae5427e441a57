import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assessment } from '../assessments/index.ts'
import { VisavisError } from '../errors.ts'
import { ensureDirectory, writeAtomically } from '../store/disk.ts'
import { storeHome } from '../store/index.ts'
import type { Context } from './operation.ts'

/** Where the assessments of a pair are kept, whichever state comes first. */
function folderOf(context: Context, a: string, b: string): string {
  return join(storeHome(context.env), 'assessments', [a, b].sort().join('-'))
}

/** Keeps an assessment whole under its instant; returns the file. */
export async function saveAssessment(assessment: Assessment, context: Context): Promise<string> {
  const folder = folderOf(context, assessment.a.iso3, assessment.b.iso3)
  const path = join(folder, `${context.now.replace(/[:.]/g, '-')}.json`)
  await ensureDirectory(folder)
  await writeAtomically(path, `${JSON.stringify(assessment, null, 1)}\n`)
  return path
}

/**
 * The assessment of a pair that was saved last.
 *
 * @throws VisavisError NoSnapshot where none was saved; BadInput where the file is torn, or of a version that this one does not know
 */
export async function lastSaved(context: Context, a: string, b: string): Promise<Assessment> {
  const folder = folderOf(context, a, b)
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).sort()
  const last = files.at(-1)
  if (last === undefined) {
    throw new VisavisError('NoSnapshot', `no assessment of ${a} and ${b} is saved in ${folder}`, {
      hint: `visavis assess ${a} ${b} --save`,
    })
  }
  const path = join(folder, last)
  try {
    const saved = JSON.parse(await readFile(path, 'utf8')) as Assessment
    if (saved.schemaVersion === 1 && Array.isArray(saved.domains)) return saved
  } catch (cause) {
    throw new VisavisError('BadInput', `${path} is not a saved assessment: ${(cause as Error).message}`, { cause })
  }
  throw new VisavisError('BadInput', `${path} is not an assessment that this version knows`, { hint: `visavis assess ${a} ${b} --save` })
}
