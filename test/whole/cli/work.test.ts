import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { cellsOfTask } from '../../../src/work/emit/array-job.ts'

const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'visavis-cli-work-'))
const [texts, bin] = [join(folder, 'texts'), join(folder, 'bin')]
const at = (name: string): string => join(folder, name)

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const visavis = (...words: string[]): Ended => spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', cwd: folder })

/** Runs a script of a cluster's system, in which `visavis` is the built program. */
const shell = (script: string, env: Record<string, string>): Ended =>
  spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, ...env, PATH: `${bin}:${process.env['PATH']}` },
  })

describe.skipIf(!existsSync(main))('visavis work', () => {
  let whole: string
  beforeAll(() => {
    mkdirSync(texts)
    for (const [name, text] of [
      ['a.txt', 'Trade between China and Russia was worth about $95 billion in 2014.'],
      ['b.txt', 'Trade between China and Russia was worth about $150 billion in 2014.'],
      ['c.txt', 'India and Pakistan fought a war in 1971.'],
      ['d.txt', 'Russia cast 20 vetoes between 2011 and 2022.'],
      ['e.txt', 'The weather was fine.'],
    ] as const)
      writeFileSync(join(texts, name), text)
    mkdirSync(bin)
    writeFileSync(join(bin, 'visavis'), `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`)
    chmodSync(join(bin, 'visavis'), 0o755)
    expect(visavis('read-all', 'texts', '-o', 'whole.csv', '--quiet').status).toBe(0)
    whole = readFileSync(at('whole.csv'), 'utf8')
    const planned = visavis('read-all', 'texts', '--plan', 'plan.json', '--cell', '2')
    expect(planned).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^plan\.json: 5 items in 3 cells, plan \w{12}\n/),
    })
  })

  test('runs the plan of many texts: the table is that of read-all, and its hash is the last line of stdout', () => {
    const { status, stdout, stderr } = visavis('work', 'run', 'plan.json', '-o', 'here')
    expect([status, stdout], stderr).toEqual([0, expect.stringMatching(/^result sha256:[0-9a-f]{64}\n$/)])
    expect(readFileSync(at('here/result.csv'), 'utf8')).toBe(whole)
    expect(stderr).toContain('5 texts with 5 sentences')
    // once more: nothing is left to do
    expect(visavis('work', 'run', 'plan.json', '-o', 'here').stdout).toBe(stdout)
  })

  test('as a Slurm array: each task of the script runs its cells, and the parts are joined afterwards', () => {
    const { stdout: script } = visavis('work', '--emit', 'slurm', 'plan.json', '-o', 'slurm', '--tasks', '2')
    expect(script).toMatch(/^#!\/bin\/bash\n/)
    expect(script).toContain('#SBATCH --array=0-1\n')
    for (const task of ['0', '1']) expect(shell(script, { SLURM_ARRAY_TASK_ID: task })).toMatchObject({ status: 0 })
    // a task that is run again has nothing to do
    expect(shell(script, { SLURM_ARRAY_TASK_ID: '1' })).toMatchObject({ status: 0 })
    expect(visavis('work', 'run', 'plan.json', '-o', 'slurm').stderr).toContain('3 of 3 cells were done before')
    expect(readFileSync(at('slurm/result.csv'), 'utf8')).toBe(whole)
  })

  test('as an indexed job of Kubernetes: it has an index for each task, and its command runs them', () => {
    const { stdout } = visavis('work', '--emit', 'k8s', 'plan.json', '-o', 'k8s')
    const { apiVersion, kind, spec } = parse(stdout) as {
      apiVersion: string
      kind: string
      spec: { completions: number; completionMode: string; template: { spec: { containers: [{ command: string[] }] } } }
    }
    expect([apiVersion, kind, spec.completions, spec.completionMode]).toEqual(['batch/v1', 'Job', 3, 'Indexed'])
    const [sh, option, command] = spec.template.spec.containers[0].command
    expect([sh, option]).toEqual(['/bin/sh', '-c'])
    for (const index of ['0', '1', '2']) expect(shell(command!, { JOB_COMPLETION_INDEX: index })).toMatchObject({ status: 0 })
    expect(visavis('work', 'run', 'plan.json', '-o', 'k8s').status).toBe(0)
    expect(readFileSync(at('k8s/result.csv'), 'utf8')).toBe(whole)
  })

  test('a text that cannot be read is named, and the exit code is 1 as that of read-all', () => {
    cpSync(texts, at('with-bad'), { recursive: true })
    writeFileSync(at('with-bad/f.pdf'), 'no PDF')
    expect(visavis('read-all', 'with-bad', '-o', 'bad.csv', '--quiet').status).toBe(1)
    visavis('read-all', 'with-bad', '--plan', 'bad.json', '--cell', '4')
    const { status, stdout, stderr } = visavis('work', 'run', 'bad.json', '-o', 'bad')
    expect([status, stdout.startsWith('result sha256:')]).toEqual([1, true])
    expect(stderr).toContain(join('with-bad', 'f.pdf'))
    expect(readFileSync(at('bad/result.csv'), 'utf8')).toBe(readFileSync(at('bad.csv'), 'utf8'))
  })

  test.each([
    [['work'], 'say what to do'],
    [['work', 'run', 'plan.json', '-o', 'x', '--executor', 'queue'], '--executor queue and --queue go together'],
    [['work', 'run', 'plan.json', '-o', 'x', '--queue', 'redis://127.0.0.1:1'], '--executor queue and --queue go together'],
    [['work', 'run', 'plan.json', '-o', 'x', '--executor', 'queue', '--queue', 'ftp://a'], 'begins with redis://'],
    [
      ['work', 'run', 'plan.json', '-o', 'x', '--executor', 'queue', '--queue', 'redis://:pw@127.0.0.1:1'],
      'redis://127.0.0.1:1 does not answer',
    ],
    [['work', 'run', 'texts/a.txt', '-o', 'x'], 'is not a plan'],
    [['work', 'run', 'none.json', '-o', 'x'], 'cannot be read'],
    [['work', 'cells', 'plan.json', '-o', 'x', '--index', '3', '--of', '3'], 'there is no task 3 of 3'],
    [['read-all', 'texts', '--plan', 'no/such/folder/plan.json'], 'cannot be written'],
    [['read-all', 'texts', '--plan', 'x.json', '--cell', '0'], 'whole number from 1 on'],
    [['read-all', 'texts', '--cell', '3'], '--cell goes with --plan'],
    [['dyads', '--cell', '3'], '--cell goes with --plan'],
  ])('%j is refused', (words, why) => {
    const { status, stdout, stderr } = visavis(...words)
    expect([stdout, status === 0]).toEqual(['', false])
    expect(stderr).toContain(why)
    expect(stderr).not.toContain('pw@')
  })

  test('a plan of another version is refused', async () => {
    const plan = JSON.parse(readFileSync(at('plan.json'), 'utf8'))
    const { planHash } = await import('../../../src/work/plan.ts')
    const other = { ...plan, version: '0.0.1' }
    writeFileSync(at('old.json'), JSON.stringify({ ...other, hash: planHash(other, plan.list) }))
    cpSync(at('plan.json.items'), at('old.json.items'))
    expect(visavis('work', 'run', 'old.json', '-o', 'old')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('made by version 0.0.1'),
    })
  })
})

test('the tasks of a plan have each cell once, in ranges of nearly the same size', () => {
  for (const [cells, tasks] of [
    [10, 3],
    [1000, 7],
    [5, 5],
  ] as const) {
    const each = Array.from({ length: tasks }, (_, index) => cellsOfTask(cells, index, tasks))
    expect(each.flat()).toEqual(Array.from({ length: cells }, (_, i) => i))
    const sizes = each.map(({ length }) => length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  }
})
