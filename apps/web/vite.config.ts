import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig, loadEnv } from 'vite'
import { fonts } from './build/fonts.ts'
import { precompress } from './build/precompress.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig(({ mode }) => {
  const api = `http://127.0.0.1:${loadEnv(mode, here, 'PORT')['PORT'] ?? '4000'}`
  return {
    root: here,
    plugins: [react(), fonts(`${here}node_modules/.cache/fonts`), precompress()],
    // The server replaces the placeholder in each copy of the page (apps/api/src/app.ts).
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      target: 'es2022',
      // Inlined `data:` addresses would need a wider policy.
      assetsInlineLimit: 0,
      // infra/bench/bundle.ts weighs the build by it.
      manifest: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { app: `${here}index.html`, 'signed-out': `${here}signed-out.html` },
      },
    },
    server: { proxy: Object.fromEntries(['/api', '/trpc', '/auth', '/data'].map((path) => [path, api])) },
  }
})
