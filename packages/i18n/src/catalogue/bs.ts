import access from '../../locales/bs/access.json' with { type: 'json' }
import app from '../../locales/bs/app.json' with { type: 'json' }
import audit from '../../locales/bs/audit.json' with { type: 'json' }
import briefs from '../../locales/bs/briefs.json' with { type: 'json' }
import charts from '../../locales/bs/charts.json' with { type: 'json' }
import coverage from '../../locales/bs/coverage.json' with { type: 'json' }
import data from '../../locales/bs/data.json' with { type: 'json' }
import errors from '../../locales/bs/errors.json' with { type: 'json' }
import help from '../../locales/bs/help.json' with { type: 'json' }
import indicators from '../../locales/bs/indicators.json' with { type: 'json' }
import members from '../../locales/bs/members.json' with { type: 'json' }
import overview from '../../locales/bs/overview.json' with { type: 'json' }
import sentences from '../../locales/bs/sentences.json' with { type: 'json' }
import states from '../../locales/bs/states.json' with { type: 'json' }
import units from '../../locales/bs/units.json' with { type: 'json' }

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
