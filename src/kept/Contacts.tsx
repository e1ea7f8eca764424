import { ContactEdit, ContactNew } from './ContactForm.tsx';
import { ContactScreen } from './ContactScreen.tsx';

/**
 * Own contacts: people the user met.
 * @param way `new`, the id of one, or `<id>/edit`
 */
export default function Contacts({ way }: { way: string }) {
  if (way === 'new') return <ContactNew />;
  const [id = '', edit] = way.split('/');
  return edit === 'edit' ? <ContactEdit key={id} id={id} /> : <ContactScreen key={id} id={id} />;
}
