import access from '@observatory/i18n/locales/bs/access.json' with { type: 'json' }
import app from '@observatory/i18n/locales/bs/app.json' with { type: 'json' }
import errors from '@observatory/i18n/locales/bs/errors.json' with { type: 'json' }
import members from '@observatory/i18n/locales/bs/members.json' with { type: 'json' }

export default { access, app, errors, members }
