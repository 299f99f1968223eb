import access from '@observatory/i18n/locales/mk/access.json' with { type: 'json' }
import app from '@observatory/i18n/locales/mk/app.json' with { type: 'json' }
import errors from '@observatory/i18n/locales/mk/errors.json' with { type: 'json' }
import members from '@observatory/i18n/locales/mk/members.json' with { type: 'json' }

export default { access, app, errors, members }
