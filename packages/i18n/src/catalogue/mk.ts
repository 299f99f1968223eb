import access from '../../locales/mk/access.json' with { type: 'json' }
import app from '../../locales/mk/app.json' with { type: 'json' }
import audit from '../../locales/mk/audit.json' with { type: 'json' }
import briefs from '../../locales/mk/briefs.json' with { type: 'json' }
import charts from '../../locales/mk/charts.json' with { type: 'json' }
import coverage from '../../locales/mk/coverage.json' with { type: 'json' }
import data from '../../locales/mk/data.json' with { type: 'json' }
import errors from '../../locales/mk/errors.json' with { type: 'json' }
import help from '../../locales/mk/help.json' with { type: 'json' }
import indicators from '../../locales/mk/indicators.json' with { type: 'json' }
import members from '../../locales/mk/members.json' with { type: 'json' }
import overview from '../../locales/mk/overview.json' with { type: 'json' }
import sentences from '../../locales/mk/sentences.json' with { type: 'json' }
import states from '../../locales/mk/states.json' with { type: 'json' }
import units from '../../locales/mk/units.json' with { type: 'json' }

export default {
  access,
  app,
  audit,
  briefs,
  charts,
  coverage,
  data,
  errors,
  help,
  indicators,
  members,
  overview,
  sentences,
  states,
  units,
}
