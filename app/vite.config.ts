import { defineConfig } from 'vite'
import { packedFiles } from './packed-files.ts'
import { worldMap } from './world-map.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    {
      name: 'world-map',
      apply: 'build',
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'world-map.json', source: worldMap() })
      },
    },
    packedFiles(),
  ],
  build: {
    outDir: '../dist/app',
    emptyOutDir: true,
    target: 'es2022',
    // every module is fetched by this page from its own server: inlining would need a wider policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
})
