import {
  ArrowLeftRight,
  BookOpenText,
  Eye,
  Landmark,
  type LucideIcon,
  MessagesSquare,
  Scale,
  Sparkles,
} from 'lucide-react';
import { Link } from 'wouter';
import { useGuides } from '../dataset/useGuidance.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import links from './GuideLinks.module.css';
import { GuideLinks } from './GuideLinks.tsx';
import { guidesOf, guidesOfPeople } from './guides.ts';
import { OpenQuestions } from './OpenQuestions.tsx';

/** All of the guidance, each screen one tap away: first who one is, then what one has to do. */
export default function Hub() {
  const t = useT();
  const pack = useGuides();
  const language = currentLanguage();
  const single = (slug: string) => {
    const title = pack.guides.find((guide) => guide.slug === slug)?.title;
    return title && names(title, language).main.text;
  };
  const now: Way[] = [
    { href: '/guides/indicators', icon: Eye, name: single('indicators'), more: t('guidance.hub.indicators') },
    {
      href: '/guides/first-contact',
      icon: MessagesSquare,
      name: single('first-contact'),
      more: t('guidance.hub.contact'),
    },
  ];
  const more: Way[] = [
    {
      href: '/countries/compare',
      icon: ArrowLeftRight,
      name: t('guidance.compare.title'),
      more: t('guidance.hub.compare'),
    },
    {
      href: '/guides/municipalities',
      icon: Landmark,
      name: single('municipalities'),
      more: t('guidance.hub.municipalities'),
    },
    { href: '/guides/law', icon: Scale, name: t('guidance.law.title'), more: t('guidance.hub.law') },
    { href: '/glossary', icon: BookOpenText, name: t('guidance.glossary.title'), more: t('guidance.hub.glossary') },
    { href: '/practices', icon: Sparkles, name: t('guidance.practices.title'), more: t('guidance.hub.practices') },
  ];
  return (
    <Screen wide title={t('guidance.title')}>
      <Section title={t('guidance.hub.roles')} id="roles">
        <ul role="list" className={`${links.links} ${links.few}`}>
          {guidesOfPeople(pack).map(({ slug, title }) => {
            const name = names(title, language).main;
            return (
              <li key={slug}>
                <Link className={links.guide} href={`/guides/${slug}`} lang={name.language}>
                  {name.text}
                </Link>
              </li>
            );
          })}
        </ul>
      </Section>
      <Section title={t('guidance.hub.met')}>
        <Ways ways={now} />
      </Section>
      <Section title={t('guidance.hub.measures')} id="measures">
        <GuideLinks guides={guidesOf(pack, 'measures')} numbered />
      </Section>
      <Section title={t('guidance.hub.topics')} id="topics">
        <GuideLinks guides={guidesOf(pack, 'topics')} />
      </Section>
      <Section title={t('guidance.hub.more')}>
        <Ways ways={more} />
      </Section>
      <OpenQuestions about="all" />
    </Screen>
  );
}

interface Way {
  href: string;
  icon: LucideIcon;
  name: string | undefined;
  more: string;
}

function Ways({ ways }: { ways: readonly Way[] }) {
  return (
    <ul role="list" className={links.links}>
      {ways.map(({ href, icon: Icon, name, more }) => (
        <li key={href}>
          <Link className={links.guide} href={href}>
            <Icon aria-hidden size={24} />
            <span>
              <span className={links.name}>{name}</span>
              <span className={links.soft}>{more}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
