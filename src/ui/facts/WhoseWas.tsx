import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { COUNTRIES, type CountryCode } from '../../directory/codes.ts';
import { type Owner, whoseWas } from '../../directory/former.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { numberIn } from '../../workspace/reach.ts';
import styles from './Until.module.css';

interface Props {
  /** As somebody wrote or typed it. */
  written: string;
  /** Where it is dialled so, unless its country's code stands in it; `anywhere` where nobody says. */
  where: CountryCode | 'anywhere' | undefined;
  /** Only those whom the directory no longer has. */
  goneOnly?: boolean;
}

/** Whose number it was, and what they have in its place, where they have one. */
export function WhoseWas({ written, where, goneOnly = false }: Props) {
  const t = useT();
  const { countries } = useDirectory();
  const number = numberIn(written);
  if (!number) return null;
  const digits = number.dial.replace(/\D/g, '').replace(/^00/, '');
  const dialledIn = number.international ? [undefined] : where === 'anywhere' ? COUNTRIES : where ? [where] : [];
  const owners = dialledIn
    .flatMap((country) => whoseWas({ countries }, digits, country))
    .filter(({ gone }) => gone || !goneOnly);
  return owners.map((owner) => {
    const { main } = names(owner.name, currentLanguage());
    return (
      <p key={owner.id}>
        <Link className={styles.link} href={`/responders/${owner.id}`} lang={main.language}>
          {main.text}
        </Link>
        {` ${said(t, owner)}`}
      </p>
    );
  });
}

function said(t: ReturnType<typeof useT>, { gone, instead, was }: Owner): string {
  const now = instead && (instead.international ?? instead.national ?? instead.value);
  if (now) return t('changes.instead', { now, was });
  const went = t('changes.went', { was });
  return gone ? `${went}. ${t('changes.gone')}` : went;
}
