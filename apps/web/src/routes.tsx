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
import { normalise } from './failure.ts'
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
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
})

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  validateSearch: parseIndicatorsSearch,
  component: lazyRouteComponent(() => import('./indicators/IndicatorsPage.tsx'), 'IndicatorsPage'),
})

const indicator = createRoute({
  getParentRoute: () => root,
  path: '/indicators/$code',
  validateSearch: parseIndicatorSearch,
  component: lazyRouteComponent(() => import('./indicators/IndicatorPage.tsx'), 'IndicatorPage'),
})

const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  validateSearch: parseCoverageSearch,
  component: lazyRouteComponent(() => import('./coverage/CoveragePage.tsx'), 'CoveragePage'),
})

const briefs = createRoute({
  getParentRoute: () => root,
  path: '/briefs',
  validateSearch: parseBriefsSearch,
  component: lazyRouteComponent(() => import('./briefs/BriefsPage.tsx'), 'BriefsPage'),
})

const brief = createRoute({
  getParentRoute: () => root,
  path: '/briefs/$id',
  validateSearch: parseBriefSearch,
  component: lazyRouteComponent(() => import('./briefs/BriefPage.tsx'), 'BriefPage'),
})

const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  component: lazyRouteComponent(() => import('./access/MembersPage.tsx'), 'MembersPage'),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('./access/AuditPage.tsx'), 'AuditPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./access/AccountPage.tsx'), 'AccountPage'),
})

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('./access/HelpPage.tsx'), 'HelpPage'),
})

const chooseOrganisation = createRoute({
  getParentRoute: () => root,
  path: '/choose-organisation',
  validateSearch: (search: Record<string, unknown>): { from?: string } =>
    typeof search['from'] === 'string' ? { from: search['from'] } : {},
  component: lazyRouteComponent(() => import('./access/ChooseOrganisationPage.tsx'), 'ChooseOrganisationPage'),
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
