import { useDirectory } from '../dataset/useDirectory.ts';
import { saveFile } from '../device/save-file.ts';
import type { CountryCode } from '../directory/codes.ts';
import { isCall } from '../directory/dialling.ts';
import { countryOf } from '../directory/directory.ts';
import { number } from '../i18n/amounts.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import { said } from '../i18n/texts.ts';
import { Button } from '../ui/Button.tsx';
import { onlyInside } from '../ui/facts/number-text.ts';
import { pageDate, sourceName } from '../ui/facts/page-words.ts';
import { csvOf, type Part, type Question, questionTitle } from './compare.ts';

interface Props {
  countries: readonly CountryCode[];
  questions: readonly Question[];
  nameOf(code: CountryCode): string;
}

/** Saves the comparison as a table for a spreadsheet. */
export function CompareCsv({ countries, questions, nameOf }: Props) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const notFound = (looked: string) => t('countries.legal.notFound', { date: partialDate(looked, language) });
  const part = (one: Part, looked: string) => partInWords(one, notFound(looked), t, language, directory.taxonomy);
  const download = () => {
    const csv = csvOf(
      countries.map((code) => countryOf(directory, code)),
      questions,
      {
        country: nameOf,
        question: (question) => t(questionTitle(question)),
        part,
        notFound,
        page: sourceName,
        pageDate: (source) => pageDate(source, t).text,
        header: [
          t('guidance.compare.country'),
          t('guidance.compare.question'),
          t('guidance.compare.answer'),
          t('guidance.print.sources'),
          t('guidance.compare.page'),
          t('guidance.compare.pageDate'),
          t('guidance.compare.looked'),
          t('guidance.compare.edition'),
          t('guidance.compare.editionDate'),
        ],
      },
      directory,
    );
    saveFile(
      new File([csv], `harbour-${questions.join('-')}-${directory.edition}.csv`, { type: 'text/csv;charset=utf-8' }),
    );
  };
  return <Button onClick={download}>{t('guidance.compare.csv')}</Button>;
}

/** As on the screen: in the reader's language where a text is translated into it, else in English and marked so. */
function partInWords(
  part: Part,
  notFound: string,
  t: ReturnType<typeof useT>,
  language: ReturnType<typeof currentLanguage>,
  taxonomy: Parameters<typeof label>[0],
): string {
  const own = (english: string) =>
    said(english, language) ?? (language === 'en' ? english : `${english} (${t('facts.inEnglish')})`);
  switch (part.kind) {
    case 'said':
      return t(part.message, part.values ?? {});
    case 'text':
    case 'note':
      return own(part.text);
    case 'list': {
      const items = part.items.length > 0 ? part.items.map(own).join('; ') : notFound;
      return part.group === undefined ? items : `${label(taxonomy, 'nationality', part.group, language)}: ${items}`;
    }
    case 'responder': {
      const { channels, country } = part.responder;
      const channel = channels.find((one) => isCall(one) && one.international !== undefined) ?? channels[0];
      const reach =
        channel && isCall(channel) && channel.international === undefined
          ? `${channel.value} (${onlyInside({ country }, t)})`
          : (channel?.international ?? channel?.value);
      return [names(part.responder.name, language).main.text, reach].filter(Boolean).join(', ');
    }
    case 'year': {
      const counted =
        part.identified === undefined
          ? undefined
          : t('countries.statistics.identified', { count: part.identified, number: number(part.identified, language) });
      const texts = part.texts.map(own).join(' ');
      return `${part.year}: ${[counted, texts].filter(Boolean).join('. ')}`;
    }
  }
}
