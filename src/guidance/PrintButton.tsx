import { Printer } from 'lucide-react';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';

/** Prints the screen as it is laid out for paper. */
export function PrintButton() {
  const t = useT();
  return (
    <Button className="no-print" onClick={() => print()}>
      <Printer aria-hidden size={20} /> {t('guidance.print.button')}
    </Button>
  );
}
