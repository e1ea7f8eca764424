import { useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { offlineStore, storeLanguage } from '../device/offline.ts';
import { changeSettings, TEXT_SCALES, THEMES, useSettings } from '../device/settings.ts';
import { COUNTRIES } from '../directory/codes.ts';
import { percent } from '../i18n/amounts.ts';
import { countryName, languageName, reviewedNames } from '../i18n/format.ts';
import { currentLanguage, speak, useT } from '../i18n/i18n.ts';
import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { inOrder, OWN_NAMES } from '../i18n/own-names.ts';
import { ROLES } from '../referral/situation.ts';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { Choice } from './Choice.tsx';
import { Editions } from './Editions.tsx';
import { OnThisDevice } from './OnThisDevice.tsx';
import styles from './Settings.module.css';

/** What the user can choose, and what the device holds. */
export default function Settings() {
  const t = useT();
  const { country, theme, textScale, role } = useSettings();
  const language = currentLanguage();
  return (
    <Screen title={t('settings.title')}>
      <LanguageChoice />
      <div className={styles.country}>
        <label className={styles.label} htmlFor="country">
          {t('settings.country')}
        </label>
        <select
          id="country"
          className={styles.select}
          value={country ?? ''}
          onChange={({ target }) => changeSettings({ country: COUNTRIES.find((code) => code === target.value) })}
        >
          <option value="">{t('settings.noCountry')}</option>
          {COUNTRIES.map((code) => (
            <option key={code} value={code}>
              {countryName(code, language)}
            </option>
          ))}
        </select>
        <p className={styles.soft}>{t('settings.countryWhy')}</p>
      </div>
      <div className={styles.country}>
        <label className={styles.label} htmlFor="role">
          {t('settings.role')}
        </label>
        <select
          id="role"
          className={styles.select}
          value={ROLES.find((known) => known === role) ?? ''}
          onChange={({ target }) => changeSettings({ role: target.value || undefined })}
        >
          <option value="">{t('plan.notSaid')}</option>
          {ROLES.map((known) => (
            <option key={known} value={known}>
              {t(`plan.value.role.${known}`)}
            </option>
          ))}
        </select>
        <p className={styles.soft}>{t('settings.roleWhy')}</p>
      </div>
      <Choice
        name="theme"
        legend={t('settings.theme')}
        options={THEMES.map((value) => ({ value, text: t(`settings.themes.${value}`) }))}
        chosen={theme}
        onChoose={(value) => changeSettings({ theme: value })}
      />
      <Choice
        name="text-size"
        legend={t('settings.textSize')}
        options={TEXT_SCALES.map((value) => ({
          value,
          text: value === 1 ? t('settings.normal') : percent(value, language),
        }))}
        chosen={textScale}
        onChoose={(value) => changeSettings({ textScale: value })}
      />
      <Section title={t('settings.leave')}>
        <p>{t('settings.leaveText')}</p>
        <p className={styles.soft}>{t('settings.leaveBack')}</p>
      </Section>
      <Editions />
      <OnThisDevice />
      <p>
        <Link className={styles.link} href="/about">
          {t('settings.about')}
        </Link>
      </p>
    </Screen>
  );
}

function LanguageChoice() {
  const t = useT();
  const [failed, setFailed] = useState<Language>();
  const [order] = useState(() => inOrder(LANGUAGES, navigator.languages ?? []));
  const { languages, readiness } = useSyncExternalStore(offlineStore.subscribe, offlineStore.getSnapshot);
  const isSaid = readiness.state !== 'unsupported';
  const isAway = (language: Language) => isSaid && language !== 'en' && !languages?.includes(language);
  const choose = async (language: Language) => {
    try {
      if (!(await speak(language))) return;
      changeSettings({ language });
      setFailed(undefined);
      void storeLanguage(language);
    } catch (error) {
      console.warn('language:', error);
      setFailed(language);
    }
  };
  return (
    <Choice
      name="language"
      legend={t('settings.language')}
      options={order.map((value) => ({
        value,
        text: OWN_NAMES[value] ?? value,
        language: value,
        away: isAway(value),
      }))}
      chosen={currentLanguage()}
      onChoose={(language) => void choose(language)}
      awayMeans={t('settings.languageAway')}
      keepsPlace={languages === undefined}
    >
      <p className={styles.soft}>{t('settings.drafts', { languages: reviewedNames(currentLanguage()) })}</p>
      <p role="status" className={styles.soft}>
        {failed && t('settings.languageFailed', { language: languageName(failed, currentLanguage()) })}
      </p>
    </Choice>
  );
}
