import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { type EditionError, failureOf } from '../dataset/errors.ts';
import { retryDirectory } from '../dataset/useDirectory.ts';
import { retryGuidance } from '../dataset/useGuidance.ts';
import { useT } from '../i18n/i18n.ts';
import { NumbersInstead } from './NumbersInstead.tsx';
import { PartError, reloadForParts } from './parts.ts';

/** Screens that read the directory: where it, or their own code, cannot be had, says why, tries again, and shows the numbers that are always there. */
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
    if (!isEditionError(error) && !(error instanceof PartError)) throw error;
    const again = () => {
      retryDirectory();
      retryGuidance();
      this.setState({ error: undefined });
      return undefined;
    };
    return <Failed error={error} again={again} />;
  }
}

/** By its name: the class itself would bring the reading of the directory before the first screen. */
function isEditionError(error: unknown): error is EditionError {
  return error instanceof Error && error.name === 'EditionError';
}

function Failed({ error, again }: { error: EditionError | PartError; again: () => undefined }) {
  const t = useT();
  if (error instanceof PartError) {
    return (
      <NumbersInstead title={t('trouble.crashed')} again={reloadForParts}>
        <p role="alert">{t('trouble.part')}</p>
      </NumbersInstead>
    );
  }
  const failure = failureOf(error.kind);
  const reload = () => {
    location.reload();
    return undefined;
  };
  return (
    <NumbersInstead
      title={t('trouble.crashed')}
      {...(['unfit', 'refused'].includes(failure) ? { again: reload, button: t('trouble.reload') } : { again })}
    >
      <p role="alert">{t(`directory.failed.${failure}`)}</p>
    </NumbersInstead>
  );
}
