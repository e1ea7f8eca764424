import type { ComponentProps } from 'react';
import styles from './Button.module.css';

interface Props extends ComponentProps<'button'> {
  /** `primary` for the one thing a screen wants done, `quiet` for the rest, `danger` for what cannot be undone. */
  variant?: 'primary' | 'quiet' | 'danger';
}

/** A button of at least 48 px. */
export function Button({ variant = 'quiet', className = '', type = 'button', ...rest }: Props) {
  return <button {...rest} type={type} className={`${styles.button} ${styles[variant]} ${className}`} />;
}
