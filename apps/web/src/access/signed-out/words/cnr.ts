import access from '@observatory/i18n/locales/cnr/access.json' with { type: 'json' }
import app from '@observatory/i18n/locales/cnr/app.json' with { type: 'json' }
import errors from '@observatory/i18n/locales/cnr/errors.json' with { type: 'json' }
import members from '@observatory/i18n/locales/cnr/members.json' with { type: 'json' }

export default { access, app, errors, members }
