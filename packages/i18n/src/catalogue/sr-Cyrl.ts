import access from '../../locales/sr-Cyrl/access.json' with { type: 'json' }
import app from '../../locales/sr-Cyrl/app.json' with { type: 'json' }
import audit from '../../locales/sr-Cyrl/audit.json' with { type: 'json' }
import briefs from '../../locales/sr-Cyrl/briefs.json' with { type: 'json' }
import charts from '../../locales/sr-Cyrl/charts.json' with { type: 'json' }
import coverage from '../../locales/sr-Cyrl/coverage.json' with { type: 'json' }
import data from '../../locales/sr-Cyrl/data.json' with { type: 'json' }
import errors from '../../locales/sr-Cyrl/errors.json' with { type: 'json' }
import help from '../../locales/sr-Cyrl/help.json' with { type: 'json' }
import indicators from '../../locales/sr-Cyrl/indicators.json' with { type: 'json' }
import members from '../../locales/sr-Cyrl/members.json' with { type: 'json' }
import overview from '../../locales/sr-Cyrl/overview.json' with { type: 'json' }
import sentences from '../../locales/sr-Cyrl/sentences.json' with { type: 'json' }
import states from '../../locales/sr-Cyrl/states.json' with { type: 'json' }
import units from '../../locales/sr-Cyrl/units.json' with { type: 'json' }

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
