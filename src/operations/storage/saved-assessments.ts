import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assessment } from '../../assessments/index.ts'
import { VisavisError } from '../../errors.ts'
import { ensureDirectory, writeOnce } from '../../store/disk.ts'
import { storeHome } from '../../store/index.ts'
import type { Context } from '../request/operation.ts'

/** Returns the folder of a pair's saved assessments, which is the same for either order of the states. */
function folderOf(context: Context, a: string, b: string): string {
  return join(storeHome(context.env), 'assessments', [a, b].sort().join('-'))
}

/**
 * Saves an assessment and returns the path of its file. The file is named after the current instant, or one millisecond after the last saved
 * assessment if the clock is not beyond that. So the last saved is always the last by name, and none is overwritten.
 */
export async function saveAssessment(assessment: Assessment, context: Context): Promise<string> {
  const folder = folderOf(context, assessment.a.iso3, assessment.b.iso3)
  const text = `${JSON.stringify(assessment, null, 1)}\n`
  await ensureDirectory(folder)
  for (;;) {
    const kept = (await savedFiles(folder)).flatMap((file) => instantOf(file) ?? [])
    const instant = new Date(Math.max(Date.parse(context.now), ...kept.map((one) => one + 1))).toISOString()
    const path = join(folder, `${instant.replace(/[:.]/g, '-')}.json`)
    // another process may have used that instant meanwhile
    if (await writeOnce(path, text)) return path
  }
}

/** Lists the files of saved assessments, oldest first. */
async function savedFiles(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).sort()
}

function instantOf(file: string): number | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.json$/.exec(file)
  return found === null ? undefined : Date.parse(`${found[1]}T${found[2]}:${found[3]}:${found[4]}.${found[5]}Z`)
}

/**
 * Reads the last saved assessment of a pair.
 *
 * @throws VisavisError NoSnapshot if none was saved; BadInput if the file is corrupt or of an unknown version
 */
export async function lastSaved(context: Context, a: string, b: string): Promise<Assessment> {
  const folder = folderOf(context, a, b)
  const last = (await savedFiles(folder)).at(-1)
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
