import { phoneCountry } from '../../device/phone.ts';
import { firstChannelFrom, isCall, openingOf, type Standing } from '../../directory/dialling.ts';
import type { CountryPack, PackResponder } from '../../directory/pack.ts';
import { ClosedLine } from './ClosedLine.tsx';
import { ResponderCard } from './ResponderCard.tsx';

interface Props {
  responder: PackResponder;
  country: CountryPack;
  standing: Standing;
  now: Date;
  /** Who did not answer then is folded: nothing folds while it is looked at. */
  arrival: Date;
  /** On its country's own page, which names the country above. */
  atHome?: boolean;
}

/** A card; a line that opens to it while nobody answers there. */
export function FoldedCard({ arrival, ...shared }: Props) {
  const { responder, country, standing, now } = shared;
  const card = <ResponderCard {...shared} />;
  const channel = firstChannelFrom(responder.channels, country, standing, phoneCountry());
  if (!channel || !isCall(channel) || openingOf(channel, country, arrival).state !== 'closed') return card;
  return (
    <ClosedLine name={responder.name} opening={openingOf(channel, country, now)}>
      {card}
    </ClosedLine>
  );
}
