import access from '../../locales/sq/access.json' with { type: 'json' }
import app from '../../locales/sq/app.json' with { type: 'json' }
import audit from '../../locales/sq/audit.json' with { type: 'json' }
import briefs from '../../locales/sq/briefs.json' with { type: 'json' }
import charts from '../../locales/sq/charts.json' with { type: 'json' }
import coverage from '../../locales/sq/coverage.json' with { type: 'json' }
import data from '../../locales/sq/data.json' with { type: 'json' }
import errors from '../../locales/sq/errors.json' with { type: 'json' }
import help from '../../locales/sq/help.json' with { type: 'json' }
import indicators from '../../locales/sq/indicators.json' with { type: 'json' }
import members from '../../locales/sq/members.json' with { type: 'json' }
import overview from '../../locales/sq/overview.json' with { type: 'json' }
import sentences from '../../locales/sq/sentences.json' with { type: 'json' }
import states from '../../locales/sq/states.json' with { type: 'json' }
import units from '../../locales/sq/units.json' with { type: 'json' }

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
