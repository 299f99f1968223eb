import access from '../../locales/cnr/access.json' with { type: 'json' }
import app from '../../locales/cnr/app.json' with { type: 'json' }
import audit from '../../locales/cnr/audit.json' with { type: 'json' }
import briefs from '../../locales/cnr/briefs.json' with { type: 'json' }
import charts from '../../locales/cnr/charts.json' with { type: 'json' }
import coverage from '../../locales/cnr/coverage.json' with { type: 'json' }
import data from '../../locales/cnr/data.json' with { type: 'json' }
import errors from '../../locales/cnr/errors.json' with { type: 'json' }
import help from '../../locales/cnr/help.json' with { type: 'json' }
import indicators from '../../locales/cnr/indicators.json' with { type: 'json' }
import members from '../../locales/cnr/members.json' with { type: 'json' }
import overview from '../../locales/cnr/overview.json' with { type: 'json' }
import sentences from '../../locales/cnr/sentences.json' with { type: 'json' }
import states from '../../locales/cnr/states.json' with { type: 'json' }
import units from '../../locales/cnr/units.json' with { type: 'json' }

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
