import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import type { MessageKey } from '@observatory/i18n/translate'
import { useT } from '../ui/i18n.tsx'
import classes from './ThemeSwitch.module.css'

const schemes: MantineColorScheme[] = ['auto', 'light', 'dark']

/** Light, dark or as the device says; remembered on this device only. */
export function ThemeSwitch() {
  const t = useT()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <fieldset className={classes.switch}>
      <legend>{t('app.theme.label')}</legend>
      {schemes.map((scheme) => (
        <label key={scheme}>
          <input type="radio" name="theme" checked={scheme === colorScheme} onChange={() => setColorScheme(scheme)} />
          <span>{t(`app.theme.${scheme}` as MessageKey)}</span>
        </label>
      ))}
    </fieldset>
  )
}
