import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/app',
    emptyOutDir: true,
    target: 'es2022',
    // every module is fetched by this page from its own server: inlining would need a wider policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
})
