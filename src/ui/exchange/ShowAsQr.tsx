import { QrCode } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { laterMessages, useT } from '../../i18n/i18n.ts';
import type { Card } from '../../workspace/exchange/card.ts';
import { Button } from '../Button.tsx';
import type { ShowContactsProps } from './ShowContacts.tsx';

interface Props {
  /** Makes the cards when they are asked for: what makes them is loaded only then. */
  cards: () => Promise<readonly Card[]>;
  /** The name of the file they can be given as: it must say nothing of who they are. */
  fileName: string;
  variant?: 'primary' | 'quiet';
  disabled?: boolean;
}

/** A button that shows contacts as QR codes, one after the other. What it opens is loaded with the tap. */
export function ShowAsQr({ cards, fileName, variant = 'quiet', disabled = false }: Props) {
  const t = useT();
  const [shown, setShown] = useState<
    { cards: readonly Card[]; Contacts: ComponentType<ShowContactsProps> } | 'failed'
  >();
  async function show() {
    try {
      const [{ ShowContacts }, made] = await Promise.all([
        import('./ShowContacts.tsx'),
        cards(),
        laterMessages('exchange'),
      ]);
      setShown({ cards: made, Contacts: ShowContacts });
    } catch (error) {
      console.warn('codes:', error);
      setShown('failed');
    }
  }
  const open = typeof shown === 'object' ? shown : undefined;
  return (
    <>
      <Button variant={variant} disabled={disabled} aria-haspopup="dialog" onClick={() => void show()}>
        <QrCode aria-hidden size={20} /> {t('workspace.qr')}
      </Button>
      {shown === 'failed' && <p role="alert">{t('trouble.part')}</p>}
      {open && <open.Contacts cards={open.cards} fileName={fileName} onClose={() => setShown(undefined)} />}
    </>
  );
}
