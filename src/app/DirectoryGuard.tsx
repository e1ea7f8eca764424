import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { EditionError } from '../dataset/errors.ts';
import { retryDirectory } from '../dataset/useDirectory.ts';
import { useSettings } from '../device/settings.ts';
import { COUNTRIES } from '../directory/codes.ts';
import { AnyCountry } from '../home/AnyCountry.tsx';
import { FirstNumbers } from '../home/FirstNumbers.tsx';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Screen } from '../ui/Screen.tsx';

/** Screens that read the directory: where it cannot be had, says why, tries again, and shows the numbers that are always there. */
export function DirectoryGuard({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  return <Boundary path={path}>{children}</Boundary>;
}

interface Props {
  path: string;
  children: ReactNode;
}

class Boundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: Props) {
    // Another screen may need no directory.
    if (before.path !== this.props.path && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (!isEditionError(error)) throw error;
    const again = () => {
      retryDirectory();
      this.setState({ error: undefined });
    };
    return <Failed kind={error.kind} again={again} />;
  }
}

/** By its name: the class itself would bring the reading of the directory before the first screen. */
function isEditionError(error: unknown): error is EditionError {
  return error instanceof Error && error.name === 'EditionError';
}

function Failed({ kind, again }: { kind: EditionError['kind']; again: () => void }) {
  const t = useT();
  const [path] = useLocation();
  const { country } = useSettings();
  const asked = COUNTRIES.find((code) => path === `/countries/${code}`) ?? country;
  return (
    <Screen title={t('trouble.crashed')}>
      <p role="alert">{t(`directory.failed.${kind}`)}</p>
      <p>
        {kind === 'unfit' ? (
          <Button variant="primary" onClick={() => location.reload()}>
            {t('trouble.reload')}
          </Button>
        ) : (
          <Button variant="primary" onClick={again}>
            {t('search.again')}
          </Button>
        )}
      </p>
      {asked ? <FirstNumbers country={asked} /> : <AnyCountry />}
    </Screen>
  );
}
