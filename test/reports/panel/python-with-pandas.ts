import { spawnSync } from 'node:child_process'

/** The first Python on this machine that has pandas; undefined if there is none. */
export const pythonWithPandas: string | undefined = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import pandas'], { stdio: 'ignore' }).status === 0,
)
