import { stringify } from 'yaml'
import { cellCount, type Plan } from '../plan.ts'

/** What the job of a batch system is written from. */
export interface ArrayJob {
  readonly plan: Plan
  /** Path of the plan and of the result's folder, as the tasks see them. */
  readonly planFile: string
  readonly result: string
  /** The folder that all tasks share, and from which relative paths are meant. */
  readonly folder: string
  /** Number of tasks; each runs a range of cells. */
  readonly tasks: number
  /** Megabytes that a task may use. */
  readonly memory: number
  /** Where a task fetches the record if it is not on its machine. */
  readonly records?: string | undefined
}

/** Slurm takes arrays of at most 1,001 tasks unless it is set up otherwise. */
const mostTasks = 1000

/** The number of tasks for a plan: one a cell, up to a thousand. */
export const usualTasks = (plan: Plan): number => Math.min(cellCount(plan), mostTasks)

/**
 * Returns the cells of one task of many. Together the tasks have each cell once.
 *
 * @example cellsOfTask(10, 1, 3)   // [3, 4, 5]
 */
export function cellsOfTask(cells: number, index: number, tasks: number): number[] {
  const [from, to] = [Math.floor((index * cells) / tasks), Math.floor(((index + 1) * cells) / tasks)]
  return Array.from({ length: to - from }, (_, i) => from + i)
}

/** Writes the script of a Slurm array: `sbatch` takes it as it is. */
export function slurmScript(job: ArrayJob): string {
  const { plan, tasks, memory } = job
  return `#!/bin/bash
# ${plan.operation}: ${plan.items} items in ${cellCount(plan)} cells, plan ${plan.hash.slice(0, 12)}.
# All tasks share the folder of the result. A task that is run again does only what is missing.
# Afterwards, on any machine:  ${runCommand(job)}
#SBATCH --job-name=visavis-${plan.operation.replaceAll(' ', '-')}
#SBATCH --array=0-${tasks - 1}
#SBATCH --cpus-per-task=1
#SBATCH --mem=${memory}M
#SBATCH --requeue
set -euo pipefail
${cellsCommand(job)} --index "$SLURM_ARRAY_TASK_ID" --of ${tasks}
`
}

/** Writes an indexed job of Kubernetes. The image and the volume are those of the cluster. */
export function kubernetesJob(job: ArrayJob): string {
  const { plan, folder, tasks, memory } = job
  const name = `visavis-${plan.operation.replaceAll(' ', '-')}-${plan.hash.slice(0, 12)}`
  const text = stringify({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name },
    spec: {
      completions: tasks,
      parallelism: Math.min(tasks, 50),
      completionMode: 'Indexed',
      backoffLimitPerIndex: 3,
      template: {
        spec: {
          restartPolicy: 'Never',
          containers: [
            {
              name: 'cells',
              image: `visavis:${plan.version}`,
              command: ['/bin/sh', '-c', `${cellsCommand(job)} --index "$JOB_COMPLETION_INDEX" --of ${tasks}`],
              resources: { requests: { cpu: '1', memory: `${memory}Mi` }, limits: { memory: `${memory}Mi` } },
              // texts and plan are meant by paths from here, so that the volume must stand at the same place
              workingDir: folder,
              volumeMounts: [{ name: 'shared', mountPath: folder }],
            },
          ],
          volumes: [{ name: 'shared', persistentVolumeClaim: { claimName: 'visavis-work' } }],
        },
      },
    },
  })
  return `# ${plan.operation}: ${plan.items} items in ${cellCount(plan)} cells. The image is built from deploy/Dockerfile; the claim visavis-work is a volume that
# many nodes write (ReadWriteMany); it is mounted at ${folder} and holds the plan, the texts and the result.
# Afterwards, where the volume is at hand:  ${runCommand(job)}
${text}`
}

const cellsCommand = ({ planFile, result, records }: ArrayJob): string =>
  `visavis work cells ${quoted(planFile)} -o ${quoted(result)}${records === undefined ? '' : ` --records ${quoted(records)}`}`
const runCommand = ({ planFile, result }: ArrayJob): string => `visavis work run ${quoted(planFile)} -o ${quoted(result)}`

/** A path or an address as one word of a shell. */
const quoted = (path: string): string => (/^[\w.:/-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)
