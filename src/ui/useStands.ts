import { useEffect, useState } from 'react';

/** Whether what is drawn stands in the page already: a live region that comes together with its words is not read out. */
export function useStands(): boolean {
  const [stands, setStands] = useState(false);
  useEffect(() => setStands(true), []);
  return stands;
}
