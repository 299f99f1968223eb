import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { queryClient } from './api.ts'
import { parseBriefSearch, parseBriefsSearch } from './briefs/search.ts'
import { parseCoverageSearch } from './coverage/search.ts'
import { Failure, normalise } from './failure.ts'
import { parseIndicatorSearch, parseIndicatorsSearch } from './indicators/search.ts'
import { parseOverviewSearch } from './overview/search.ts'
import { activeMembership, goToSignIn, isSignedIn, sessionQuery } from './session.ts'
import { NotFoundPage } from './frame/NotFoundPage.tsx'
import { PageFrame } from './frame/PageFrame.tsx'
import { RouteError } from './frame/RouteError.tsx'
import { RoutePending } from './frame/RoutePending.tsx'
import { parseSearch, parseSharedSearch, stringifySearch } from './ui/search-params.ts'

/** Pages that need no organisation. */
const withoutOrganisation = ['/choose-organisation', '/help']

/**
 * A page's code, fetched when it is first wanted. Without a connection that is said on the page, where the router
 * alone would reload into the browser's own error page.
 */
const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(
    () =>
      load().catch((cause: unknown) => {
        throw navigator.onLine ? cause : new Failure({ code: 'offline', cause })
      }),
    name,
  )

const root = createRootRoute({
  validateSearch: parseSharedSearch,
  search: { middlewares: [retainSearchParams(['asOf', 'lang'])] },
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
      throw normalise(error)
    })
    if (!isSignedIn(session)) {
      goToSignIn(location.href)
      // The browser is leaving; drawing anything in between would flash an empty page.
      await new Promise(() => {})
      return
    }
    if (!activeMembership(session) && !withoutOrganisation.includes(location.pathname)) {
      throw redirect({ to: '/choose-organisation', search: { from: location.href } })
    }
  },
  component: PageFrame,
})

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: parseOverviewSearch,
  component: lazyPage(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
})

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  validateSearch: parseIndicatorsSearch,
  component: lazyPage(() => import('./indicators/IndicatorsPage.tsx'), 'IndicatorsPage'),
})

const indicator = createRoute({
  getParentRoute: () => root,
  path: '/indicators/$code',
  validateSearch: parseIndicatorSearch,
  component: lazyPage(() => import('./indicators/IndicatorPage.tsx'), 'IndicatorPage'),
})

const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  validateSearch: parseCoverageSearch,
  component: lazyPage(() => import('./coverage/CoveragePage.tsx'), 'CoveragePage'),
})

const briefs = createRoute({
  getParentRoute: () => root,
  path: '/briefs',
  validateSearch: parseBriefsSearch,
  component: lazyPage(() => import('./briefs/BriefsPage.tsx'), 'BriefsPage'),
})

const brief = createRoute({
  getParentRoute: () => root,
  path: '/briefs/$id',
  validateSearch: parseBriefSearch,
  component: lazyPage(() => import('./briefs/BriefPage.tsx'), 'BriefPage'),
})

const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  component: lazyPage(() => import('./access/MembersPage.tsx'), 'MembersPage'),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyPage(() => import('./access/AuditPage.tsx'), 'AuditPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyPage(() => import('./access/AccountPage.tsx'), 'AccountPage'),
})

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyPage(() => import('./access/HelpPage.tsx'), 'HelpPage'),
})

const chooseOrganisation = createRoute({
  getParentRoute: () => root,
  path: '/choose-organisation',
  validateSearch: (search: Record<string, unknown>): { from?: string } =>
    typeof search['from'] === 'string' ? { from: search['from'] } : {},
  component: lazyPage(() => import('./access/ChooseOrganisationPage.tsx'), 'ChooseOrganisationPage'),
})

const tree = root.addChildren([
  overview,
  indicators,
  indicator,
  coverage,
  briefs,
  brief,
  members,
  audit,
  account,
  help,
  chooseOrganisation,
])

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: RoutePending,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
