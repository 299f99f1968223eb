import access from '@observatory/i18n/locales/sr-Cyrl/access.json' with { type: 'json' }
import app from '@observatory/i18n/locales/sr-Cyrl/app.json' with { type: 'json' }
import errors from '@observatory/i18n/locales/sr-Cyrl/errors.json' with { type: 'json' }
import members from '@observatory/i18n/locales/sr-Cyrl/members.json' with { type: 'json' }

export default { access, app, errors, members }
