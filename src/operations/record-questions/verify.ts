import type { VerifyAnswer } from '../../reports/answers/add-pull-diff.ts'
import type { Context, Input, Operation } from '../request/operation.ts'

/** Are the snapshots of the store whole and honestly stamped? */
export const verifyOperation: Operation = {
  name: 'verify',
  summary: 'whether your own snapshots are whole, and not stamped in the future',
  description:
    'Reads every byte of every snapshot of your store, and compares it with its manifest. Lists damaged snapshots, and those that are stamped later than the clock, which were made while a clock was wrong. ' +
    '--set-aside moves both to set-aside/ in the store, and keeps the data of the latter under the stamp of today. Exit code 4 where something is wrong and stays so.',
  parameters: [
    { name: 'setAside', kind: 'flag', help: 'move damaged snapshots and those from the future out of the way; no data is removed' },
  ],
  writes: true,
  formats: ['table', 'json'],
  examples: ['visavis verify', 'visavis verify --set-aside'],
  load: async () => {
    const [{ z }, { verifyText }] = await Promise.all([import('zod'), import('../../reports/answers/add-pull-diff.ts')])
    const output = z.strictObject({
      schemaVersion: z.literal(1),
      home: z.string(),
      snapshots: z.array(
        z.strictObject({
          id: z.string(),
          created: z.string().nullable().describe('null: its manifest cannot be read'),
          note: z.string().nullable(),
          problems: z.array(z.string()),
          future: z.boolean().describe('stamped later than the clock'),
        }),
      ),
      setAside: z.array(
        z.strictObject({
          id: z.string(),
          created: z.string().nullable(),
          to: z.string(),
          by: z.string().nullable().describe('the snapshot with the same data under an honest stamp'),
        }),
      ),
    })
    return { output, run, show: { table: verifyText }, met: (answer: VerifyAnswer) => isWrong(answer) }
  },
}

function isWrong({ snapshots, setAside }: VerifyAnswer): boolean {
  return setAside.length === 0 && snapshots.some(({ problems, future }) => future || problems.length > 0)
}

async function run(input: Input, context: Context): Promise<VerifyAnswer> {
  const store = await import('../../store/index.ts')
  const home = store.storeHome(context.env)
  const { whole, torn } = await store.surveyRoot(home)
  const snapshots: VerifyAnswer['snapshots'][number][] = torn.map(({ directory, problems }) => ({
    ...{ id: directory.slice(-16), created: null, note: null, future: false },
    problems: problems.map(({ file, what }) => `${file} ${what}`),
  }))
  for (const [n, manifest] of whole.entries()) {
    context.onCount?.('snapshots', n, whole.length)
    const problems = await store.verifySnapshot(`${home}/snapshots/${manifest.id}`)
    snapshots.push({
      ...{ id: manifest.id, created: manifest.created, note: manifest.note },
      problems: problems.map(({ file, what }) => `${file} ${what}`),
      future: store.isFromTheFuture(manifest, context.now),
    })
  }
  const damaged = new Set(snapshots.filter(({ problems }) => problems.length > 0).map(({ id }) => id))
  const isWanted = input['setAside'] === true && snapshots.length > 0
  const setAside = isWanted ? await store.setAsideUnfit(home, context.now, damaged, { signal: context.signal }) : []
  return { schemaVersion: 1, home, snapshots, setAside }
}
