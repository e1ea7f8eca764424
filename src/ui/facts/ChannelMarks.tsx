import { isCall, isEmergency, openingOf } from '../../directory/dialling.ts';
import { channelEvidence, sourcesOf } from '../../directory/directory.ts';
import type { CountryPack, PackChannel, PackResponder } from '../../directory/pack.ts';
import { OpeningState } from './OpeningState.tsx';
import { SeenMark } from './SeenMark.tsx';

interface Props {
  responder: Pick<PackResponder, 'sources'>;
  /** The way in that is shown beside it; without one it is about the responder's own pages. */
  channel: PackChannel | undefined;
  country: CountryPack;
  now: Date;
}

/** Whether a number answers now, and how sure it is. A number for danger needs no page to vouch for it. */
export function ChannelMarks({ responder, channel, country, now }: Props) {
  return (
    <>
      {channel && isCall(channel) && <OpeningState opening={openingOf(channel, country, now)} />}
      {!(channel && isEmergency(channel, country)) && (
        <SeenMark
          evidence={channel ? channelEvidence(country, channel) : sourcesOf(country, responder.sources)}
          checked={country.checked}
          now={now}
          disputed={channel?.disagreement !== undefined}
        />
      )}
    </>
  );
}
