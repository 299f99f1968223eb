import access from '@observatory/i18n/locales/sq/access.json' with { type: 'json' }
import app from '@observatory/i18n/locales/sq/app.json' with { type: 'json' }
import errors from '@observatory/i18n/locales/sq/errors.json' with { type: 'json' }
import members from '@observatory/i18n/locales/sq/members.json' with { type: 'json' }

export default { access, app, errors, members }
