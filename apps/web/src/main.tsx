import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { router } from './routes.tsx'
import { leaveWhenSessionEnds, sessionQuery } from './session.ts'
import 'virtual:fonts.css'
import './styles/index.css'
import { cssVariablesResolver, theme } from './styles/theme.ts'
import { firstLanguage, LanguageProvider } from './ui/i18n.tsx'

/** The server writes a nonce into each copy of index.html; browsers hide the attribute and keep the property. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
setNonce(nonce)

const colorSchemeManager = localStorageColorSchemeManager({ key: 'observatory-theme' })

leaveWhenSessionEnds()
void queryClient.prefetchQuery(sessionQuery)
const language = await firstLanguage()

createRoot(document.getElementById('root')!).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariablesResolver}
    colorSchemeManager={colorSchemeManager}
    defaultColorScheme="auto"
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={queryClient}>
      <LanguageProvider first={language}>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </MantineProvider>,
)
