import access from '@observatory/i18n/locales/en/access.json' with { type: 'json' }
import app from '@observatory/i18n/locales/en/app.json' with { type: 'json' }
import errors from '@observatory/i18n/locales/en/errors.json' with { type: 'json' }
import members from '@observatory/i18n/locales/en/members.json' with { type: 'json' }

export default { access, app, errors, members }
