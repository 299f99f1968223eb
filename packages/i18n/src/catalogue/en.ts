import access from '../../locales/en/access.json' with { type: 'json' }
import app from '../../locales/en/app.json' with { type: 'json' }
import audit from '../../locales/en/audit.json' with { type: 'json' }
import briefs from '../../locales/en/briefs.json' with { type: 'json' }
import charts from '../../locales/en/charts.json' with { type: 'json' }
import coverage from '../../locales/en/coverage.json' with { type: 'json' }
import data from '../../locales/en/data.json' with { type: 'json' }
import errors from '../../locales/en/errors.json' with { type: 'json' }
import help from '../../locales/en/help.json' with { type: 'json' }
import indicators from '../../locales/en/indicators.json' with { type: 'json' }
import members from '../../locales/en/members.json' with { type: 'json' }
import overview from '../../locales/en/overview.json' with { type: 'json' }
import sentences from '../../locales/en/sentences.json' with { type: 'json' }
import states from '../../locales/en/states.json' with { type: 'json' }
import units from '../../locales/en/units.json' with { type: 'json' }

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
